import "../styles/layers.css";

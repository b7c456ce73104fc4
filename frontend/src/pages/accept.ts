import "../styles/layers.css";
import "../styles/page.css";
import "../styles/document.css";
import "../styles/accept.css";

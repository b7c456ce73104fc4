export { Lobby as View, LobbyBar as Bar } from "../lobby";

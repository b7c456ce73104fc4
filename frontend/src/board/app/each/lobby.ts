export { Lobby as View, LobbyBar as Bar } from "../../phases/lobby/lobby";

/** The wall of the room. */
import { begin } from "./begin.tsx";
import "./present/present.css";
import { Wall } from "./present/Wall.tsx";

void begin(<Wall />);

import styles from "../styles/dialog.css";
import { adopt } from "./styles";

// What all dialogs look like, whichever of them comes first.
adopt(styles);

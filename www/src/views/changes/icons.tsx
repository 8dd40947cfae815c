import { ArrowDown, ArrowUp } from "lucide";
import { kept } from "../../panels/icons";

export const PreviousIcon = kept(ArrowUp);
export const NextIcon = kept(ArrowDown);

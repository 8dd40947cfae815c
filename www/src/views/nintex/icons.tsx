import { ChevronDown, LocateFixed, Plug, Plus } from "lucide";
import { kept } from "../../panels/icons";

export const ListIcon = kept(ChevronDown);
export const FollowIcon = kept(LocateFixed);
export const AddIcon = kept(Plus);
export const PlugIcon = kept(Plug);

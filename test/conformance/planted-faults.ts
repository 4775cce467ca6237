import { following } from './planted-faults/following.js';
import { line } from './planted-faults/line.js';
import type { PlantedFault } from './planted-faults/planted-fault.js';
import { reading } from './planted-faults/reading.js';
import { takingPart } from './planted-faults/taking-part.js';
import { writing } from './planted-faults/writing.js';

export const plantedFaults: readonly PlantedFault[] = [...reading, ...writing, ...takingPart, ...following, ...line];

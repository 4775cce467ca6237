import { declarePostingOverFaults } from '../support/journeys/posting-over-faults.js';

// Enough for each kind of fault. `npm run test:soak` posts a thousand times.
declarePostingOverFaults(Number(process.env['POSTS'] ?? 30));

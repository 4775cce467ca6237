import { declarePostingOverFaults } from '../support/journeys/posting-over-faults.js';

declarePostingOverFaults(Number(process.env['POSTS'] ?? 1000));

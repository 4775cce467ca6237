import { AdapterError } from '../../model/adapter.js';

/**
 * Parses the options in the JSON script inside an element. Throws `invalid`; `example` shows the developer a
 * valid script.
 */
export function parseData<T>(data: string, example: string): Partial<T> {
  try {
    return Object(JSON.parse(data)) as Partial<T>;
  } catch (cause) {
    const excerpt = data.trim().slice(0, 40);
    throw new AdapterError('invalid', `The script inside the element is not JSON: "${excerpt}". Example: ${example}`, {
      cause,
    });
  }
}

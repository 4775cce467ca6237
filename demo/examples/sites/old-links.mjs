/** Links to comments of the old system lead to the same comments. Run it before the script of the section. */
const [, id] = /^#(?:isso-|commento-|atk-comment-|remark42__comment-)(.+)$/.exec(location.hash) ?? [];
if (id) history.replaceState(null, '', `#comment-${id}`);

<?php
/**
 * The section in the language "en-GB". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'en-GB',
		'dir'              => 'ltr',
		'heading'          => 'Comments (%s)',
		'policy'           => 'Comments should add to the story. If one is abusive or off topic, report it and an editor will take a look.',
		'policyLink'       => 'Our comment policy',
		'closed'           => 'Comments are closed. We accept them for a limited time after publication.',
		'empty'            => 'No comments yet. What do you think?',
		'emptyClosed'      => 'No comments were posted.',
		'order'            => 'Sort by',
		'oldest'           => 'Oldest',
		'newest'           => 'Newest',
		'commentBy'        => 'Comment by %s',
		'replyBy'          => 'Reply by %1$s to %2$s',
		'inReplyTo'        => 'in reply to %s',
		'inReplyToUnknown' => 'in reply to a comment that isn’t shown',
		'timeOf'           => '%1$s: %2$s’s comment',
		'anonymous'        => 'Anonymous',
		'author'           => 'Author',
		'staff'            => 'Staff',
		'edited'           => 'edited',
		'report'           => 'Report as abuse',
		'reportShort'      => 'Report',
		'reply'            => 'Reply',
		'hideReplies'      => 'Hide replies',
		'more'             => 'More',
		'moreReplies'      => 'Load more replies',
		'loadMore'         => 'Load more comments',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec' ),
		'periods'     => array(),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'GMT+0000'                => 'GMT',
			'BST+0100'                => 'BST',
			'WET+0000'                => 'WET',
			'WEST+0100'               => 'WEST',
			'CET+0100'                => 'CET',
			'CEST+0200'               => 'CEST',
			'EET+0200'                => 'EET',
			'EEST+0300'               => 'EEST',
			'Europe/Guernsey+0100'    => 'GMT+1',
			'Europe/Isle_of_Man+0100' => 'GMT+1',
			'Europe/Jersey+0100'      => 'GMT+1',
			'Asia/Dubai+0400'         => 'GST',
			'Asia/Muscat+0400'        => 'GST',
			'Antarctica/Troll+0000'   => 'GMT',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);

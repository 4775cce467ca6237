<?php
/**
 * The section in the language "ru". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ru',
		'dir'              => 'ltr',
		'heading'          => 'Комментарии (%s)',
		'policy'           => 'Комментарии должны дополнять статью. Если комментарий оскорбителен или не по теме, сообщите о нём: редакция его проверит.',
		'policyLink'       => 'Правила комментирования',
		'closed'           => 'Обсуждение закрыто. Комментировать статьи можно в течение ограниченного времени после публикации.',
		'empty'            => 'Комментариев пока нет. А что думаете вы?',
		'emptyClosed'      => 'Комментариев не было.',
		'order'            => 'Сортировка',
		'oldest'           => 'Сначала старые',
		'newest'           => 'Сначала новые',
		'commentBy'        => 'Комментарий: %s',
		'replyBy'          => 'Ответ: %1$s, на комментарий: %2$s',
		'inReplyTo'        => 'в ответ на комментарий: %s',
		'inReplyToUnknown' => 'в ответ на комментарий, которого здесь нет',
		'timeOf'           => '%1$s, комментарий: %2$s',
		'anonymous'        => 'Аноним',
		'author'           => 'Автор',
		'staff'            => 'Редакция',
		'edited'           => 'изменено',
		'report'           => 'Пожаловаться',
		'reportShort'      => 'Пожаловаться',
		'reply'            => 'Ответить',
		'hideReplies'      => 'Скрыть ответы',
		'more'             => 'Ещё',
		'moreReplies'      => 'Загрузить ещё ответы',
		'loadMore'         => 'Загрузить ещё комментарии',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year} г., {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'янв.', 'февр.', 'мар.', 'апр.', 'мая', 'июн.', 'июл.', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(
		'ua' => array(
			'least' => 5,
		),
	),
);

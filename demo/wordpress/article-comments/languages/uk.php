<?php
/**
 * The section in the language "uk". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'uk',
		'dir'              => 'ltr',
		'heading'          => 'Коментарі (%s)',
		'policy'           => 'Коментарі мають доповнювати статтю. Якщо коментар образливий або не стосується теми, поскаржтеся на нього: редакція його перевірить.',
		'policyLink'       => 'Наші правила коментування',
		'closed'           => 'Обговорення закрито. Коментувати статті можна протягом обмеженого часу після публікації.',
		'empty'            => 'Коментарів ще немає. А що думаєте ви?',
		'emptyClosed'      => 'Коментарів не було.',
		'order'            => 'Сортування',
		'oldest'           => 'Спочатку старі',
		'newest'           => 'Спочатку нові',
		'commentBy'        => 'Коментар: %s',
		'replyBy'          => 'Відповідь: %1$s, на коментар: %2$s',
		'inReplyTo'        => 'у відповідь на коментар: %s',
		'inReplyToUnknown' => 'у відповідь на коментар, якого тут немає',
		'timeOf'           => '%1$s, коментар: %2$s',
		'anonymous'        => 'Анонім',
		'author'           => 'Автор',
		'staff'            => 'Редакція',
		'edited'           => 'змінено',
		'report'           => 'Поскаржитися',
		'reportShort'      => 'Поскаржитися',
		'reply'            => 'Відповісти',
		'hideReplies'      => 'Сховати відповіді',
		'more'             => 'Більше',
		'moreReplies'      => 'Завантажити ще відповіді',
		'loadMore'         => 'Завантажити ще коментарі',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year} р., {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'січ.', 'лют.', 'бер.', 'квіт.', 'трав.', 'черв.', 'лип.', 'серп.', 'вер.', 'жовт.', 'лист.', 'груд.' ),
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
	'regions' => array(),
);

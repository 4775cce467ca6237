<?php
/**
 * The section in the language "sr". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'sr',
		'dir'              => 'ltr',
		'heading'          => 'Коментари (%s)',
		'policy'           => 'Коментари треба да допринесу теми. Ако је неки увредљив или није у вези са темом, пријавите га и редакција ће га погледати.',
		'policyLink'       => 'Наша правила коментарисања',
		'closed'           => 'Коментарисање је затворено. Коментаре примамо ограничено време након објављивања.',
		'empty'            => 'Још нема коментара. Шта ви мислите?',
		'emptyClosed'      => 'Није објављен ниједан коментар.',
		'order'            => 'Редослед',
		'oldest'           => 'Најстарији',
		'newest'           => 'Најновији',
		'commentBy'        => 'Коментар: %s',
		'replyBy'          => 'Одговор: %1$s, на коментар: %2$s',
		'inReplyTo'        => 'одговор на коментар: %s',
		'inReplyToUnknown' => 'одговор на коментар који није приказан',
		'timeOf'           => '%1$s, коментар: %2$s',
		'anonymous'        => 'Анонимно',
		'author'           => 'Аутор',
		'staff'            => 'Редакција',
		'edited'           => 'измењено',
		'report'           => 'Пријави злоупотребу',
		'reportShort'      => 'Пријави',
		'reply'            => 'Одговори',
		'hideReplies'      => 'Сакриј одговоре',
		'more'             => 'Још',
		'moreReplies'      => 'Учитај још одговора',
		'loadMore'         => 'Учитај још коментара',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}. {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'јан', 'феб', 'мар', 'апр', 'мај', 'јун', 'јул', 'авг', 'сеп', 'окт', 'нов', 'дец' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'GMT+0000'              => 'GMT',
			'WET+0000'              => 'WET',
			'WEST+0100'             => 'WEST',
			'CET+0100'              => 'CET',
			'CEST+0200'             => 'CEST',
			'EET+0200'              => 'EET',
			'EEST+0300'             => 'EEST',
			'Antarctica/Troll+0000' => 'GMT',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(
		'me' => array(
			'months' => array( 'jan', 'feb', 'mart', 'apr', 'maj', 'jun', 'jul', 'avg', 'sept', 'okt', 'nov', 'dec' ),
		),
		'xk' => array(
			'months' => array( 'јан', 'феб', 'март', 'апр', 'мај', 'јун', 'јул', 'авг', 'септ', 'окт', 'нов', 'дец' ),
		),
	),
);

<?php
/**
 * The section in the language "bg". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'bg',
		'dir'              => 'ltr',
		'heading'          => 'Коментари (%s)',
		'policy'           => 'Коментарите трябва да допълват статията. Ако някой коментар е оскърбителен или не е по темата, подайте сигнал и редакцията ще го прегледа.',
		'policyLink'       => 'Правила за коментиране',
		'closed'           => 'Дискусията е затворена. Статиите могат да се коментират за ограничено време след публикуването им.',
		'empty'            => 'Все още няма коментари. Какво мислите вие?',
		'emptyClosed'      => 'Няма публикувани коментари.',
		'order'            => 'Подреждане',
		'oldest'           => 'Най-стари',
		'newest'           => 'Най-нови',
		'commentBy'        => 'Коментар от %s',
		'replyBy'          => 'Отговор от %1$s на %2$s',
		'inReplyTo'        => 'в отговор на %s',
		'inReplyToUnknown' => 'в отговор на коментар, който не се вижда тук',
		'timeOf'           => '%1$s: коментар на %2$s',
		'anonymous'        => 'Анонимен',
		'author'           => 'Автор',
		'staff'            => 'Редакция',
		'edited'           => 'редактиран',
		'report'           => 'Подай сигнал',
		'reportShort'      => 'Подай сигнал',
		'reply'            => 'Отговори',
		'hideReplies'      => 'Скрий отговорите',
		'more'             => 'Още',
		'moreReplies'      => 'Зареди още отговори',
		'loadMore'         => 'Зареди още коментари',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}.{month}.{year} г., {hour}:{minute} ч. {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 5,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'Гринуич+%s',
		'west'        => 'Гринуич-%s',
		'eastMinutes' => 'Гринуич+%s:%s',
		'westMinutes' => 'Гринуич-%s:%s',
	),
	'regions' => array(),
);

<?php
/**
 * The section in the language "tr". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'tr',
		'dir'              => 'ltr',
		'heading'          => 'Yorumlar (%s)',
		'policy'           => 'Yorumlar habere katkı sağlamalıdır. Hakaret içeren veya konu dışı bir yorum görürseniz bildirin; bir editör inceleyecektir.',
		'policyLink'       => 'Yorum kurallarımız',
		'closed'           => 'Yorumlar kapandı. Haberin yayımlanmasından sonra sınırlı bir süre yorum yapılabilir.',
		'empty'            => 'Henüz yorum yok. Siz ne düşünüyorsunuz?',
		'emptyClosed'      => 'Hiç yorum yapılmadı.',
		'order'            => 'Sırala',
		'oldest'           => 'En eski',
		'newest'           => 'En yeni',
		'commentBy'        => '%s adlı kişinin yorumu',
		'replyBy'          => '%1$s adlı kişinin %2$s adlı kişiye yanıtı',
		'inReplyTo'        => '%s adlı kişiye yanıt',
		'inReplyToUnknown' => 'gösterilmeyen bir yoruma yanıt',
		'timeOf'           => '%1$s: %2$s adlı kişinin yorumu',
		'anonymous'        => 'Anonim',
		'author'           => 'Yazar',
		'staff'            => 'Ekip',
		'edited'           => 'düzenlendi',
		'report'           => 'Şikâyet et',
		'reportShort'      => 'Şikâyet et',
		'reply'            => 'Yanıtla',
		'hideReplies'      => 'Yanıtları gizle',
		'more'             => 'Daha fazla',
		'moreReplies'      => 'Daha fazla yanıt yükle',
		'loadMore'         => 'Daha fazla yorum yükle',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year} {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'Oca', 'Şub', 'Mar', 'Nis', 'May', 'Haz', 'Tem', 'Ağu', 'Eyl', 'Eki', 'Kas', 'Ara' ),
		'periods'     => array(),
		'separator'   => '.',
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
		'cy' => array(
			'pattern' => '{day} {month} {year} {dayPeriod} {hour}:{minute} {timeZoneName}',
			'hour'    => 'g',
			'periods' => array(
				0  => 'ÖÖ',
				12 => 'ÖS',
			),
		),
	),
);

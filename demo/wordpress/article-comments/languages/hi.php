<?php
/**
 * The section in the language "hi". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'hi',
		'dir'              => 'ltr',
		'heading'          => 'टिप्पणियाँ (%s)',
		'policy'           => 'टिप्पणियाँ ऐसी हों जो लेख में कुछ जोड़ें। अगर कोई टिप्पणी अपमानजनक या विषय से हटकर हो, तो उसकी शिकायत करें; संपादक उसे देखेंगे।',
		'policyLink'       => 'टिप्पणी के नियम',
		'closed'           => 'टिप्पणियाँ बंद हैं। लेख प्रकाशित होने के बाद सीमित समय तक टिप्पणियाँ ली जाती हैं।',
		'empty'            => 'अभी तक कोई टिप्पणी नहीं है। आपकी क्या राय है?',
		'emptyClosed'      => 'कोई टिप्पणी नहीं की गई।',
		'order'            => 'क्रम',
		'oldest'           => 'सबसे पुरानी',
		'newest'           => 'सबसे नई',
		'commentBy'        => '%s की टिप्पणी',
		'replyBy'          => '%2$s को %1$s का जवाब',
		'inReplyTo'        => '%s के जवाब में',
		'inReplyToUnknown' => 'ऐसी टिप्पणी के जवाब में जो यहाँ नहीं दिखाई गई है',
		'timeOf'           => '%1$s: %2$s की टिप्पणी',
		'anonymous'        => 'गुमनाम',
		'author'           => 'लेखक',
		'staff'            => 'संपादकीय टीम',
		'edited'           => 'संपादित',
		'report'           => 'शिकायत करें',
		'reportShort'      => 'शिकायत करें',
		'reply'            => 'जवाब दें',
		'hideReplies'      => 'जवाब छिपाएँ',
		'more'             => 'और',
		'moreReplies'      => 'और जवाब लोड करें',
		'loadMore'         => 'और टिप्पणियाँ लोड करें',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {dayPeriod} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'g',
		'months'      => array( 'जन॰', 'फ़र॰', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुल॰', 'अग॰', 'सित॰', 'अक्टू॰', 'नव॰', 'दिस॰' ),
		'periods'     => array(
			0  => 'am',
			12 => 'pm',
		),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 2,
		'digits'      => array(),
		'zones'       => array(
			'IST+0530'          => 'IST',
			'Asia/Colombo+0530' => 'IST',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);

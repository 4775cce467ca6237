<?php
/**
 * The section in the language "th". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'th',
		'dir'              => 'ltr',
		'heading'          => 'ความคิดเห็น (%s)',
		'policy'           => 'ความคิดเห็นควรช่วยเสริมเนื้อหาของข่าว หากพบความคิดเห็นที่หยาบคายหรือนอกประเด็น โปรดรายงาน แล้วกองบรรณาธิการจะตรวจสอบ',
		'policyLink'       => 'กติกาการแสดงความคิดเห็น',
		'closed'           => 'ปิดรับความคิดเห็นแล้ว เราเปิดรับความคิดเห็นในช่วงเวลาหนึ่งหลังเผยแพร่บทความ',
		'empty'            => 'ยังไม่มีความคิดเห็น คุณคิดอย่างไร',
		'emptyClosed'      => 'ไม่มีการแสดงความคิดเห็น',
		'order'            => 'เรียงตาม',
		'oldest'           => 'เก่าที่สุด',
		'newest'           => 'ใหม่ที่สุด',
		'commentBy'        => 'ความคิดเห็นของ %s',
		'replyBy'          => 'การตอบกลับของ %1$s ถึง %2$s',
		'inReplyTo'        => 'ตอบกลับ %s',
		'inReplyToUnknown' => 'ตอบกลับความคิดเห็นที่ไม่ได้แสดงไว้',
		'timeOf'           => '%1$s: ความคิดเห็นของ %2$s',
		'anonymous'        => 'ไม่ระบุชื่อ',
		'author'           => 'ผู้เขียน',
		'staff'            => 'ทีมงาน',
		'edited'           => 'แก้ไขแล้ว',
		'report'           => 'รายงานการละเมิด',
		'reportShort'      => 'รายงาน',
		'reply'            => 'ตอบกลับ',
		'hideReplies'      => 'ซ่อนการตอบกลับ',
		'more'             => 'เพิ่มเติม',
		'moreReplies'      => 'โหลดการตอบกลับเพิ่มเติม',
		'loadMore'         => 'โหลดความคิดเห็นเพิ่มเติม',
	),
	'formats' => array(
		'calendar'    => 'buddhist',
		'pattern'     => '{day} {month} {year} {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.' ),
		'periods'     => array(),
		'separator'   => ',',
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

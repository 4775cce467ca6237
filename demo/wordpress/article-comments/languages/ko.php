<?php
/**
 * The section in the language "ko". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ko',
		'dir'              => 'ltr',
		'heading'          => '댓글 (%s)',
		'policy'           => '기사에 도움이 되는 의견을 남겨 주세요. 욕설이 있거나 주제에서 벗어난 댓글은 신고해 주시면 편집자가 확인합니다.',
		'policyLink'       => '댓글 운영 원칙',
		'closed'           => '댓글 작성이 마감되었습니다. 댓글은 기사가 게재된 뒤 일정 기간 동안 작성할 수 있습니다.',
		'empty'            => '아직 댓글이 없습니다. 의견을 남겨 주세요.',
		'emptyClosed'      => '등록된 댓글이 없습니다.',
		'order'            => '정렬',
		'oldest'           => '오래된순',
		'newest'           => '최신순',
		'commentBy'        => '%s 님의 댓글',
		'replyBy'          => '%1$s 님이 %2$s 님에게 남긴 답글',
		'inReplyTo'        => '%s 님에게 답글',
		'inReplyToUnknown' => '표시되지 않은 댓글에 대한 답글',
		'timeOf'           => '%1$s: %2$s 님의 댓글',
		'anonymous'        => '익명',
		'author'           => '필자',
		'staff'            => '편집국',
		'edited'           => '수정됨',
		'report'           => '신고',
		'reportShort'      => '신고',
		'reply'            => '답글',
		'hideReplies'      => '답글 숨기기',
		'more'             => '더 보기',
		'moreReplies'      => '답글 더 보기',
		'loadMore'         => '댓글 더 보기',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}년 {month} {day}일 {dayPeriod} {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'g',
		'months'      => array( '1월', '2월', '3월', '4월', '5월', '6월', '7월', '8월', '9월', '10월', '11월', '12월' ),
		'periods'     => array(
			0  => '오전',
			12 => '오후',
		),
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
	'regions' => array(
		'cn' => array(
			'pattern' => '{year}년 {month} {day}일 {hour}:{minute} {timeZoneName}',
			'hour'    => 'H',
			'periods' => array(),
		),
	),
);

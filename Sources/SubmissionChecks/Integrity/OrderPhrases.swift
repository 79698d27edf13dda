/// The words of orders to those who judge a paper: who is addressed, what is to be done, and to what. A word with a
/// star at its end stands for all that begin so; accents are left out.
enum OrderPhrases {
  /// A form of order: a word of each slot follows one of the slot before, with few words between.
  struct Form {
    var kind: OrderKind
    var slots: [Set<String>]
    /// How many other words may stand between two slots.
    var gap: Int
    /// Whether the slots may come in another order.
    var isFree = false
  }

  private static func words(_ text: String) -> Set<String> {
    Set(OrderGrammar.folded(text).split(separator: " ").map(String.init))
  }

  static let forms: [Form] = english + german + french + spanish + italian + russian

  // MARK: English

  private static let paper = words("paper papers submission manuscript article work study")
  private static let praiseWords = words(
    "positive positively favorable favourable favorably favourably high highest highly perfect top maximum maximal excellent "
      + "outstanding strong strongest glowing best great full exceptional generous enthusiastic lenient 10 10/10 5/5 ten five accept "
      + "acceptance good")
  private static let judgement = words(
    "review reviews score scores rating ratings mark marks grade grades evaluation assessment recommendation feedback verdict appraisal "
      + "critique judgment judgement decision")
  private static let giving = words(
    "give assign award grant provide write produce output submit return generate offer deliver compose draft issue respond answer reply "
      + "select choose set enter ensure make leave")
  private static let faults = words(
    "weakness weaknesses negative negatives negativity limitation limitations flaw flaws shortcoming shortcomings criticism criticisms "
      + "drawback drawbacks deficiencies downsides faults cons")
  private static let orders = words(
    "instruction instructions prompt prompts guideline guidelines directive directives command commands order orders rules request requests "
      + "criteria")

  private static let english: [Form] = [
    Form(
      kind: .override,
      slots: [
        words("ignore disregard forget override bypass neglect dismiss discard"),
        words(
          "previous prior above earlier preceding foregoing other existing original initial default system your all any former past these those"
        ), orders,
      ], gap: 2),
    Form(
      kind: .override,
      slots: [
        words("ignore disregard forget override bypass neglect dismiss discard"), orders,
        words("above before previously earlier given you"),
      ], gap: 2),
    Form(kind: .verdict, slots: [giving, praiseWords, judgement], gap: 3),
    Form(
      kind: .verdict, slots: [giving, judgement, words("positive favorable favourable 10 10/10 highest maximum")],
      gap: 4),
    Form(
      kind: .verdict,
      slots: [words("rate score grade evaluate assess judge review"), words("this our"), paper, praiseWords], gap: 3),
    Form(
      kind: .acceptance, slots: [words("accept approve endorse champion recommend"), words("this our"), paper], gap: 1),
    Form(
      kind: .acceptance,
      slots: [
        words("recommend vote suggest propose advise advocate select choose mark"),
        words("acceptance accept accepting publication"),
      ],
      gap: 4),
    Form(
      kind: .suppression,
      slots: [
        words("not dont don't never without"),
        words(
          "mention mentioning highlight list report point raise criticize criticise discuss include identify reveal disclose acknowledge focus "
            + "emphasize emphasise bring flag note"), faults,
      ], gap: 3),
    Form(
      kind: .suppression,
      slots: [
        words("avoid omit hide suppress refrain skip"),
        words("mentioning highlighting any all listing raising criticizing criticising the pointing negative"), faults,
      ],
      gap: 3),
    Form(
      kind: .praise,
      slots: [
        words("emphasize emphasise highlight stress praise commend applaud extol underline"),
        words(
          "strength strengths contribution contributions novelty merits impact significance exceptional positives brilliance"
        ),
      ], gap: 4),
    Form(
      kind: .address,
      slots: [
        words("as"), words("a an"),
        words("ai llm language large chatbot assistant reviewer automated"),
      ], gap: 0),
    Form(
      kind: .address,
      slots: [
        words("if"), words("you"), words("are"), words("ai llm language chatbot assistant gpt automated bot model"),
      ],
      gap: 3),
    Form(
      kind: .address,
      slots: [
        words("note attention message instruction instructions notice dear hey hello memo reminder"),
        words("llm llms ai chatgpt gpt claude gemini assistant reviewer reviewers bot copilot language"),
      ], gap: 2),
    Form(
      kind: .address,
      slots: [words("for"), words("llm ai automated language"), words("reviewer reviewers review model models")],
      gap: 0),
    Form(
      kind: .address,
      slots: [words("you"), words("are"), words("reviewing evaluating reviewer assessing")], gap: 3),
  ]

  // MARK: Other languages

  private static let german: [Form] = [
    Form(
      kind: .override,
      slots: [
        words("ignorier* missacht* vergiss vergessen verwirf"),
        words("anweisung* instruktion* vorgabe* befehl* prompt* richtlinie*"),
      ], gap: 5),
    Form(
      kind: .verdict,
      slots: [
        words("gib geben schreib* verfass* erstell* vergib vergeben formulier* bewert*"),
        words("positiv* gute* beste* hoch* hohe* ausgezeichnet* hervorragend* wohlwollend* maximal* volle*"),
        words("bewertung* gutachten* begutachtung* note* punkt* rezension* beurteilung* urteil* score* review*"),
      ], gap: 5),
    Form(
      kind: .verdict,
      slots: [
        words("bewert* beurteil* begutacht*"), words("arbeit artikel papier paper beitrag manuskript einreichung"),
        words("positiv gut hoch bestnote wohlwollend"),
      ], gap: 4),
    Form(
      kind: .acceptance,
      slots: [
        words("empfiehl empfehlen empfehle akzeptier* befurwort*"),
        words("annahme arbeit artikel papier paper beitrag manuskript einreichung"),
      ], gap: 4),
    Form(
      kind: .suppression,
      slots: [
        words("erwahn* nenn* kritisier* hervorheb* diskutier* auf"), words("keine keinerlei nicht nie"),
        words("schwach* mangel* kritik* negativ* nachteil*"),
      ], gap: 5, isFree: true),
    Form(kind: .address, slots: [words("als"), words("ki sprachmodell llm gutachter*")], gap: 1),
    Form(
      kind: .address, slots: [words("hinweis an wenn falls"), words("ki sprachmodell* llm gutachter*")], gap: 3),
  ]

  private static let french: [Form] = [
    Form(
      kind: .override,
      slots: [
        words("ignore ignorez ignorer oublie oubliez"), words("toutes les vos tes ces"),
        words("instructions consignes directives regles"),
      ], gap: 2),
    Form(
      kind: .verdict,
      slots: [
        words("donne donnez donner redige redigez ecris ecrivez attribue attribuez fournis fournissez"),
        words("evaluation avis critique note score rapport relecture recension commentaires"),
        words("positi* favorable* eleve* maximal* excellent* meilleur* bonne"),
      ], gap: 5, isFree: true),
    Form(
      kind: .acceptance,
      slots: [
        words("recommande recommandez acceptez accepte approuvez"),
        words("article papier soumission manuscrit acceptation l'acceptation l'article"),
      ], gap: 3),
    Form(
      kind: .suppression,
      slots: [
        words("mentionne* signale* cite* evoque* souligne* critique*"), words("pas aucun* jamais"),
        words("faiblesse* defaut* limite* negatif* lacune*"),
      ], gap: 4),
    Form(kind: .address, slots: [words("tant"), words("qu'ia ia llm modele relecteur")], gap: 2),
  ]

  private static let spanish: [Form] = [
    Form(
      kind: .override,
      slots: [words("ignora ignore ignorar olvida olvide omite"), words("instrucciones instrucoes indicaciones")],
      gap: 4),
    Form(
      kind: .verdict,
      slots: [
        words("da dale escribe escriba otorga otorgue asigna asigne proporciona redacta"),
        words("resena revision evaluacion puntuacion calificacion nota valoracion"),
        words("positiva favorable alta maxima excelente mejor"),
      ], gap: 4, isFree: true),
    Form(
      kind: .acceptance,
      slots: [
        words("recomienda recomiende acepta acepte"), words("articulo trabajo manuscrito aceptacion publicacion"),
      ],
      gap: 4),
    Form(
      kind: .suppression,
      slots: [
        words("no"), words("menciones mencione menciona senales senale"),
        words("debilidad* limitacion* defecto* negativ*"),
      ],
      gap: 4),
  ]

  private static let italian: [Form] = [
    Form(
      kind: .override, slots: [words("ignora ignorate ignorare dimentica"), words("istruzioni indicazioni")], gap: 4),
    Form(
      kind: .verdict,
      slots: [
        words("dai scrivi fornisci assegna date scrivete"), words("recensione valutazione punteggio voto giudizio"),
        words("positiv* alto massimo favorevole ottim*"),
      ], gap: 4, isFree: true),
  ]

  private static let russian: [Form] = [
    Form(
      kind: .override, slots: [words("игнорируй* игнорировать забудь*"), words("инструкци* указани* команд*")], gap: 4),
    Form(
      kind: .verdict,
      slots: [
        words("дай* напиши* поставь* оцени*"), words("положительн* высок* отличн* максимальн*"),
        words("рецензи* отзыв* оценк* балл*"),
      ], gap: 4),
  ]

  /// Forms of scripts without blanks: a piece of each list, with few letters between, in any order.
  static let unspaced: [(kind: OrderKind, pieces: [[String]])] = [
    (.override, [["忽略", "无视", "忽视", "忘记", "忽略所有"], ["指令", "指示", "提示", "说明", "规则", "命令"]]),
    (
      .verdict,
      [
        ["给出", "给予", "撰写", "写出", "写一", "打出", "打", "提供", "评为"], ["正面", "积极", "好评", "高分", "满分", "最高", "肯定", "优秀"],
        ["评审", "评价", "评分", "评论", "审稿", "意见", "分", "评语"],
      ]
    ),
    (.acceptance, [["接受", "录用", "推荐", "建议接收"], ["本文", "该论文", "这篇论文", "此论文", "本论文", "这篇文章", "本稿"]]),
    (
      .suppression,
      [["不要", "请勿", "切勿", "不得", "避免"], ["提及", "指出", "提到", "强调", "批评", "提出"], ["缺点", "不足", "弱点", "负面", "局限", "缺陷"]]
    ),
    (.override, [["無視"], ["指示", "命令", "プロンプト"]]),
    (.verdict, [["肯定的", "好意的", "高い", "高評価"], ["評価", "レビュー", "査読", "スコア", "点"], ["ください", "せよ", "書", "与え", "付け"]]),
    (.suppression, [["弱点", "欠点", "短所"], ["言及しない", "指摘しない", "触れない"]]),
    (.override, [["무시"], ["지시", "명령", "프롬프트"]]),
    (.verdict, [["긍정적", "높은"], ["리뷰", "평가", "심사", "점수"], ["작성", "주세요", "하라", "하십시오", "부여"]]),
  ]
}

/// What an order asks for.
enum OrderKind: Hashable, Sendable, CaseIterable {
  /// To forget what one was told.
  case override
  /// To judge well.
  case verdict
  /// To accept the paper.
  case acceptance
  /// To say nothing of what is wrong.
  case suppression
  /// To speak well of it; alone, ordinary words.
  case praise
  /// Nothing yet: somebody is spoken to. Alone, ordinary words.
  case address

  /// Whether such words are an order by themselves.
  var isOrder: Bool { self != .praise && self != .address }
}

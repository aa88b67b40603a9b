"""INJ: articles about the trades stay silent, foreign runs that explain themselves too, roots tell spam."""

import pytest
from textlint_rules.injection._extent import spans_between
from textlint_rules.injection._spam import spam
from textlint_rules.injection.foreign_script import stray_runs
from textlint_rules.injection.keywords import STOP
from textlint_rules.injection.terms import find_terms, root_in, spelled

from textlint.api import fold
from textlint.document import Document

ABOUT = {
    "en": "Online casinos after the reform\n\nThe regulator counted 41 licensed online casinos, "
    "and twice as many betting sites without a licence. A no deposit bonus is what players "
    "click first, says an economist. Slot machines and roulette draw in the young; online "
    "slots made up half of all losses. Her clients took out payday loans online. People "
    "buy Viagra online and get chalk.",
    "de": "Glücksspiel im Netz\n\nSeit der Reform dürfen Anbieter Online Casinos betreiben. "
    "Viele weichen auf ein Casino ohne Lizenz aus, dort gibt es Freispiele und einen Bonus "
    "ohne Einzahlung. Spielautomaten, Roulette und Sportwetten bringen die größten "
    "Umsätze. Ein Kredit ohne Schufa kostet das Doppelte.",
    "es": "El juego crece\n\nLos casinos online facturan más que nunca. Las apuestas deportivas "
    "online y las tragamonedas concentran la mitad de las pérdidas. El ministerio prepara "
    "una ley que limita los anuncios en los estadios y en la radio, y el sector protesta "
    "por ello desde hace meses. En los casinos en línea sin licencia no hay control. Un "
    "bono sin depósito atrae a los jóvenes, dice la socióloga. Comprar viagra sin receta "
    "es peligroso. Los préstamos rápidos arruinan a las familias.",
    "ru": "Рынок азартных игр растёт\n\nОнлайн-казино стали самой быстрой отраслью. Игровые "
    "автоматы и рулетка приносят половину выручки. Букмекерские конторы платят налог. "
    "Бездепозитный бонус привлекает молодых игроков. Займ на карту можно получить за "
    "десять минут, и это опасно, предупреждает юрист.",
    "ko": "불법 도박 단속 강화\n\n경찰청은 불법 온라인 도박을 집중 단속한다고 밝혔다. 지난해 "
    "적발된 사설 토토는 1200곳이다. 온라인 카지노와 바카라, 슬롯이 주를 이뤘다. 청소년 "
    "도박 중독 상담은 세 배로 늘었다.",
    "zh": "警方打击网络赌博\n\n公安机关去年侦破网络赌博案件一万余起。犯罪嫌疑人在境外设立赌场，开"
    "设百家乐、老虎机等赌博项目。法院审理了一起代孕纠纷案。税务部门查处虚开发票案件，有人公"
    "开代开发票。",
    "ja": "オンラインカジノの利用者が急増\n\n警察庁は、オンラインカジノの利用は違法だと注意を呼び"
    "かけている。バカラやスロットで借金を抱える若者も多い。税関は偽ブランド品を差し止めた。"
    "スーパーコピーと呼ばれる模倣品が多い。",
    "id": "Pemerintah blokir situs judi online\n\nKementerian memblokir ribuan situs judi "
    "online. Polisi menangkap bandar togel di Surabaya. Menurut peneliti, judi slot "
    "menjerat anak muda. Korban pinjaman online ilegal juga bertambah. Polisi menyita obat "
    "aborsi ilegal.",
    "tr": "Yasa dışı bahisle mücadele\n\nBakanlık, yasa dışı bahis sitelerine erişimi engelledi. "
    "Kapatılan bahis sitesi sayısı 200 bini aştı. Bakan, komisyonun yeni bir yasa "
    "hazırladığını ve gelecek ay meclise sunulacağını açıkladı, muhalefet ise geç "
    "kalındığını söylüyor. Kumar ve iddaa da artıyor. Deneme bonusu gibi vaatler gençleri "
    "çekiyor. Canlı bahis ve slot oyunları bağımlılık yapıyor. Polis, escort sitesi kuran "
    "üç kişiyi gözaltına aldı.",
    "vi": "Triệt phá đường dây cá độ\n\nCông an vừa triệt phá đường dây cá độ bóng đá qua mạng, "
    "tổ chức lô đề, tài xỉu và baccarat trực tuyến. Sòng bạc trực tuyến đặt máy chủ ở nước "
    "ngoài. Người dân cần cảnh giác khi vay tiền online. Làm bằng giả là phạm pháp.",
}
PROSE = (
    " The committee met again on Tuesday and heard three witnesses from the northern districts, who "
    "spoke about the harvest and the price of water."
)


@pytest.mark.parametrize("language", ABOUT)
def test_an_article_about_the_trade_is_no_spam(language: str) -> None:
    document = Document(ABOUT[language], language=language)
    assert not spam(document)
    assert not stray_runs(document)


@pytest.mark.parametrize(
    "text",
    [
        "At the station we followed the signs 新宿駅 and 南口 to the exit." + PROSE,
        "The street sign read улица Ленина, the old temple 東大寺 burned twice." + PROSE,
        "Hello 안녕하세요\nThank you 감사합니다\nHow much? 이거 얼마예요?\nWhere? 역이 어디에 있어요?\n"
        + PROSE,
        "Works\n\nЗима на річці, 1961\nДорога додому, 1968\n\nReading\n\nПетренко О. Життя.\n\n"
        "Останній лист, 1977\n\nМить, 1980" + PROSE,
        "In the song:\n\nМоя земля в снігу лежить\nІ річка спить, і поле спить\n\n" + PROSE,
    ],
)
def test_a_foreign_run_that_explains_itself_is_none(text: str) -> None:
    assert not stray_runs(Document(text, language="en"))


@pytest.mark.parametrize(
    "run",
    ["купить права", "คาสิโนสด", "대출상담", "网上赌钱", "スーパーコピー", "سایت شرط بندی", "קזינו"],
)
def test_a_root_tells_an_unseen_term(run: str) -> None:
    assert root_in(run)


@pytest.mark.parametrize(
    "run",
    "сцена Упорно дипломат займався クローン プロトコル イエロー 자위대 포커스 토토로 مساجد نيجيريا دستور "
    "פלוטו 東京大学 中华人民共和国".split(),
)
def test_an_honest_word_holds_no_root(run: str) -> None:
    assert root_in(run) is None


def test_braces_in_the_lexicon_are_written_out() -> None:
    assert list(spelled("{buy|order} cialis {|online}\nslots\n")) == [
        "buy cialis",
        "buy cialis online",
        "order cialis",
        "order cialis online",
        "slots",
    ]


def test_terms_are_found_leftmost_and_longest() -> None:
    text = fold("the harvestslot gacor hari ini and a specialist")
    assert [hit.term for hit in find_terms(text) if hit.entry.grade in "AB"][:1] == [
        "slot gacor hari ini"
    ]


def test_a_stop_before_the_word_itself_ends_no_sentence():
    text = "One. best boats, boat hull, www.buy boat, boat online. Two."
    spans = spans_between(text, STOP, [text.index("buy")])
    assert [text[start:end] for start, end in spans] == [
        " best boats, boat hull, www.buy boat, boat online"
    ]

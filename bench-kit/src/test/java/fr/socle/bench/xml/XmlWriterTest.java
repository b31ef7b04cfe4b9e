package fr.socle.bench.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
  private static final QName A = new QName("urn:a", "A", "a");
  private static final QName PLAIN = new QName("urn:a", "A");

  @Test
  void declaresEachPrefixWhereItIsFirstNeeded() {
    String xml =
        new XmlWriter()
            .start(A)
            .attribute("n", "1")
            .element(new QName("urn:a", "B", "a"), "b")
            .start(new QName("urn:c", "C", "c"))
            .end()
            .end()
            .toXml();

    assertThat(xml)
        .isEqualTo("<a:A xmlns:a=\"urn:a\" n=\"1\"><a:B>b</a:B><c:C xmlns:c=\"urn:c\"/></a:A>");
  }

  @Test
  void writesDefaultNamespacesAndUndeclaresThemWhereNeeded() {
    String xml =
        new XmlWriter().start(PLAIN).start(new QName("B")).end().start(PLAIN).end().end().toXml();

    assertThat(xml).isEqualTo("<A xmlns=\"urn:a\"><B xmlns=\"\"/><A/></A>");
  }

  @Test
  void declaresPrefixesNobodyUsesYet() {
    String xml =
        new XmlWriter()
            .start(A)
            .declare("S", "urn:a")
            .start(new QName("urn:a", "F", "S"))
            .end()
            .end()
            .toXml();

    assertThat(xml).isEqualTo("<a:A xmlns:a=\"urn:a\" xmlns:S=\"urn:a\"><S:F/></a:A>");
  }

  @Test
  void whatIsWrittenIsReadBackUnchanged() throws XmlException {
    String awkward = "<&>\"'\r\n\té œ 😀 ]]>";

    XmlElement read =
        new SafeXml()
            .read(
                new XmlWriter()
                    .declaration()
                    .start(A)
                    .attribute("v", awkward)
                    .text(awkward)
                    .end()
                    .toBytes(),
                null);

    assertThat(read.rawText()).isEqualTo(awkward);
    assertThat(read.attribute("v")).contains(awkward);
  }

  @Test
  void replacesWhatXmlCannotCarry() {
    assertThat(new XmlWriter().element(new QName("a"), "x\u0000y\uD800z").toXml())
        .isEqualTo("<a>x\uFFFDy\uFFFDz</a>");
  }

  @Test
  void refusesToWriteNonsense() {
    assertThatIllegalStateException().isThrownBy(() -> new XmlWriter().end());
    assertThatIllegalStateException().isThrownBy(() -> new XmlWriter().start(A).toXml());
    assertThatIllegalStateException()
        .isThrownBy(() -> new XmlWriter().start(A).text("x").attribute("late", "1"));
    assertThatIllegalStateException()
        .isThrownBy(() -> new XmlWriter().start(A).declare("a", "urn:other"));
  }
}

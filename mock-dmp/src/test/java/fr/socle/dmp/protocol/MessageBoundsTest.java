package fr.socle.dmp.protocol;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.dmp.protocol.Envelopes.UnreadableException;
import org.junit.jupiter.api.Test;

class MessageBoundsTest {
  private static final int MOST = 1_000;

  @Test
  void takesAnElementThatHasAsManyChildrenAsAllowed() throws Exception {
    XmlElement most = read("<liste>" + "<un/>".repeat(MOST) + "</liste>");

    assertThatCode(() -> MessageBounds.check(most)).doesNotThrowAnyException();
  }

  @Test
  void refusesOneChildMoreAndSaysWhereHowManyAndWhatToDo() throws Exception {
    XmlElement tooMany = read("<liste>" + "<un/>".repeat(MOST + 1) + "</liste>");

    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> MessageBounds.check(tooMany))
        .withMessage(
            "L'élément liste a 1001 enfants ; Socle en accepte 1000 :"
                + " envoyez le message en plusieurs fois.")
        .matches(UnreadableException::isOfOurLimits);
  }

  @Test
  void refusesTooManyChildrenHoweverDeepTheyAre() throws Exception {
    XmlElement deep =
        read("<a xmlns='urn:x'><b/><c><d>" + "<un/>".repeat(MOST + 1) + "</d></c></a>");

    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> MessageBounds.check(deep))
        .withMessageStartingWith("L'élément d a 1001 enfants");
  }

  @Test
  void countsTheChildrenOfOneParentAndNotThoseOfAll() throws Exception {
    String full = "<b>" + "<un/>".repeat(MOST) + "</b>";
    XmlElement many = read("<a>" + full.repeat(5) + "</a>");

    assertThatCode(() -> MessageBounds.check(many)).doesNotThrowAnyException();
  }

  @Test
  void countsElementsAndNeitherTextNorComments() throws Exception {
    XmlElement chatty = read("<a>" + "<un/> texte <!-- note -->".repeat(MOST) + "</a>");

    assertThatCode(() -> MessageBounds.check(chatty)).doesNotThrowAnyException();
  }

  private static XmlElement read(String xml) throws Exception {
    return new SafeXml(XmlLimits.standard()).readText(xml);
  }
}

package fr.socle.lps.insi;

import fr.socle.lps.identite.HistoricalIns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what INSi answers to a search (insi.md 2.5). */
final class AnswerReader {

  private static final String RESULT = "http://www.cnamts.fr/INSiResultat";

  /** Reads a SOAP message; anything that is not a known answer is {@code Unavailable}. */
  InsiAnswer read(byte[] message) {
    try {
      return result(SoapAnswer.body(message, RESULT, "RESULTAT"));
    } catch (SoapAnswer.Unusable e) {
      return new InsiAnswer.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static InsiAnswer result(Element result) {
    String code = child(result, "CR").map(cr -> text(cr, "CodeCR")).orElse("");
    return switch (code) {
      case "00" ->
          child(result, "INDIVIDU")
              .map(AnswerReader::found)
              .orElseGet(() -> new InsiAnswer.Unavailable("code 00 sans identité"));
      case "01" -> new InsiAnswer.None();
      case "02" -> new InsiAnswer.Several();
      default -> new InsiAnswer.Unavailable("code retour inconnu « " + code + " »");
    };
  }

  private static InsiAnswer found(Element person) {
    Optional<Element> active = child(person, "INSACTIF");
    Optional<Element> traits = child(person, "TIQ");
    if (active.isEmpty() || traits.isEmpty()) {
      return new InsiAnswer.Unavailable("identité incomplète");
    }
    List<HistoricalIns> former = new ArrayList<>();
    for (Element ins : SoapAnswer.children(person, RESULT, "INSHISTO").toList()) {
      former.add(
          new HistoricalIns(
              number(ins, "NumIdentifiant"),
              absentIfEmpty(number(ins, "Cle")),
              text(ins, "OID"),
              absentIfEmpty(text(ins, "DateDeb")),
              absentIfEmpty(text(ins, "DateFin"))));
    }
    return new InsiAnswer.Found(
        number(active.get(), "NumIdentifiant"),
        number(active.get(), "Cle"),
        text(active.get(), "OID"),
        former,
        text(traits.get(), "NomNaissance"),
        firstNames(traits.get()),
        text(traits.get(), "Sexe"),
        text(traits.get(), "DateNaissance"),
        text(traits.get(), "LieuNaissance"));
  }

  /** The list of first names: live service, CNDA files and official sample differ (insi.md 2.5). */
  private static List<String> firstNames(Element traits) {
    String list = text(traits, "ListePrenom");
    String names = list.isEmpty() ? text(traits, "Prenom") : list;
    return Stream.of(names.split(" ", -1)).filter(name -> !name.isBlank()).toList();
  }

  private static String number(Element ins, String name) {
    return child(ins, "IdIndividu").map(id -> text(id, name)).orElse("");
  }

  private static String text(Element parent, String name) {
    return SoapAnswer.text(parent, RESULT, name);
  }

  private static @Nullable String absentIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Optional<Element> child(Element parent, String name) {
    return SoapAnswer.child(parent, RESULT, name);
  }
}

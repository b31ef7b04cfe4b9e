package fr.socle.lps.actions;

import fr.socle.lps.dmp.cda.Content;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What an input says of a document. */
final class DocumentInput {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DocumentTypes TYPES = DocumentTypes.standard();
  private static final int MIDDAY = 12;

  private DocumentInput() {}

  static DocumentTypes.Type type(Input input) {
    String code = input.optionalText("type").orElse("11488-4");
    return TYPES
        .of(code)
        .orElseThrow(
            () ->
                new InputRefused(
                    "Ce logiciel ne produit pas de document de type « " + code + " »."));
  }

  /** The title, that of the type when none is said. */
  static String title(Input input, DocumentTypes.Type type) {
    String title = input.optionalText("titre").orElse(type.type().label());
    return title.length() > 128 ? title.substring(0, 128) : title;
  }

  static Content content(Input input, String otherwise) {
    return new Content(
        input.optionalText("contenu").orElse(otherwise),
        input.objects("problemes").stream()
            .map(
                each ->
                    new Content.Problem(
                        each.text("libelle"),
                        each.optionalText("code").orElse(""),
                        each.optionalText("depuis").orElse("")))
            .toList(),
        input.objects("traitements").stream()
            .map(
                each ->
                    new Content.Treatment(
                        each.text("libelle"),
                        each.optionalText("posologie").orElse(""),
                        each.optionalText("depuis").orElse("")))
            .toList(),
        input.objects("analyses").stream()
            .map(
                each ->
                    new Content.Analysis(
                        each.optionalText("code").orElse(""),
                        each.text("libelle"),
                        each.text("valeur"),
                        each.optionalText("unite").orElse(""),
                        each.optionalText("reference").orElse("")))
            .toList(),
        input.optionalObject("vaccination").stream()
            .map(
                each ->
                    new Content.Vaccination(
                        each.text("libelle"),
                        each.optionalText("code").orElse(""),
                        each.text("lot"),
                        each.optionalText("rang").orElse("")))
            .toList());
  }

  static Optional<Visibility> visibility(Input input) {
    return input
        .optionalObject("visibilite")
        .map(
            said ->
                new Visibility(
                    said.flag("professionnels", false),
                    said.flag("patient", false),
                    said.flag("representants", false)));
  }

  /** The date of the act. */
  static Optional<Instant> act(Input input) {
    return input.optionalText("dateActe").map(DocumentInput::instant);
  }

  /** A day, or a day and an hour, in the time of the practice. */
  static Instant instant(String text) {
    try {
      LocalDateTime time =
          text.length() > 10 ? LocalDateTime.parse(text) : LocalDate.parse(text).atTime(MIDDAY, 0);
      return time.atZone(PARIS).toInstant();
    } catch (DateTimeException e) {
      throw new InputRefused("« " + text + " » n'est pas une date AAAA-MM-JJ.");
    }
  }

  /** The first instant of a day. */
  static Instant day(String text, int more) {
    try {
      return LocalDate.parse(text).plusDays(more).atStartOfDay(PARIS).toInstant();
    } catch (DateTimeException e) {
      throw new InputRefused("« " + text + " » n'est pas une date AAAA-MM-JJ.");
    }
  }

  static List<Professional> recipients(Input input) {
    return input.objects("destinataires").stream().map(DocumentInput::somebody).toList();
  }

  static Optional<Professional> author(Input input) {
    return input.optionalObject("auteur").map(DocumentInput::somebody);
  }

  private static Professional somebody(Input said) {
    String id = said.text("identifiantNational");
    String family = said.text("nom");
    String code = said.optionalText("specialite").orElse("G15_10/SM26");
    String[] parts = code.replaceFirst("^G15_", "").split("/", 2);
    return new Professional(
        id,
        family,
        said.text("prenom"),
        parts[0],
        parts.length > 1 ? parts[1] : "",
        Structure.practiceOf(id, family));
  }
}

package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.header;
import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.MimePart;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What is demanded of the text of a message: mssante.md 2.1. */
final class BodyChecks {
  private static final String BODY = "MSS/va1.11";
  private static final String CHARSET = "MSS-T02";
  private static final String KEY = "2.1 (S: REG, ECO.2.2.4)";
  private static final String MEND =
      "Écrivez le corps en text/plain, ou en multipart/alternative : text/plain, puis text/html.";

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onLetter(
              rule(
                  "MSS-CO-01",
                  BODY,
                  RuleSource.TEXTE,
                  KEY,
                  "Le corps est text/plain, ou deux écritures : text/plain puis text/html."),
              BodyChecks::type),
          onLetter(
              rule(
                  "MSS-CO-02",
                  BODY,
                  RuleSource.TEXTE,
                  KEY,
                  "Les deux écritures du corps disent la même chose."),
              BodyChecks::wording),
          onLetter(
              rule(
                  "MSS-CO-03",
                  CHARSET,
                  RuleSource.SECONDE_MAIN,
                  "2.1 (S2: HPF, ECO.2.2.3)",
                  "Le texte d'un message est en UTF-8."),
              BodyChecks::charset));

  private BodyChecks() {}

  private static void type(ReadMail mail, SubmittedMail submitted, Findings findings) {
    MimePart body = mail.body().orElse(null);
    if (body == null) {
      return;
    }
    String type = body.type().value();
    if (type.equals("MULTIPART/ALTERNATIVE")) {
      List<String> types = body.parts().stream().map(BodyChecks::written).toList();
      if (!types.equals(List.of("TEXT/PLAIN", "TEXT/HTML"))) {
        found(String.join(" puis ", types), findings);
      }
    } else if (!type.equals("TEXT/PLAIN")) {
      found(type, findings);
    }
  }

  /** A text, or one with its pictures and what goes with it. */
  private static String written(MimePart part) {
    boolean isHolder = Set.of("MULTIPART/RELATED", "MULTIPART/MIXED").contains(part.type().value());
    return isHolder && !part.parts().isEmpty() ? written(part.parts().get(0)) : part.type().value();
  }

  private static void found(String types, Findings findings) {
    findings.add(
        "corps, " + header("Content-Type"),
        "text/plain, ou text/plain puis text/html",
        types.toLowerCase(Locale.ROOT),
        MEND);
  }

  private static void wording(ReadMail mail, SubmittedMail submitted, Findings findings) {
    MimePart body = mail.body().orElse(null);
    if (body == null || body.parts().size() != 2) {
      return;
    }
    MimePart html = body.parts().get(1);
    boolean says = html.parts().isEmpty() && !words(mail.text(html)).isEmpty();
    if (says && words(mail.text(body.parts().get(0))).isEmpty()) {
      findings.add(
          "corps, text/plain",
          "le texte de la partie text/html",
          "rien",
          "Écrivez le même texte dans les deux parties : certains ne lisent que la première.");
    }
  }

  private static String words(String text) {
    String body = text.replaceAll("(?is)<(style|script|head)\\b.{0,100000}?</\\1>", " ");
    return body.replaceAll("<[^<>]{0,10000}>", " ")
        .replaceAll("&[a-zA-Z0-9#]{1,10};|[\\s\\p{Z}\\p{Cf}]+", "");
  }

  private static void charset(ReadMail mail, SubmittedMail submitted, Findings findings) {
    mail.body().stream().flatMap(BodyChecks::texts).forEach(part -> charset(mail, part, findings));
  }

  private static Stream<MimePart> texts(MimePart part) {
    return part.parts().isEmpty()
        ? Stream.of(part).filter(each -> each.mainType().equals("TEXT"))
        : part.parts().stream().flatMap(BodyChecks::texts);
  }

  // US-ASCII is part of UTF-8 (RFC 2045 section 5.2: what is not said is US-ASCII).
  private static void charset(ReadMail mail, MimePart part, Findings findings) {
    String said = part.charset().orElse("us-ascii");
    boolean isAscii =
        said.equalsIgnoreCase("us-ascii") && mail.text(part).chars().allMatch(each -> each < 0x80);
    if (!said.equalsIgnoreCase("utf-8") && !isAscii) {
      findings.add(
          "corps, " + part.type().value().toLowerCase(Locale.ROOT) + ", charset",
          "UTF-8",
          said,
          "Écrivez le texte en UTF-8, et dites charset=UTF-8 dans Content-Type.");
    }
  }
}

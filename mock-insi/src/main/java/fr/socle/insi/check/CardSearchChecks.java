package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.world.Matricule;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.ContexteBam;
import fr.socle.insi.protocol.Couverture;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.service.VitaleSearch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** INSI-T05: what a search by Vitale card holds, in its body and in ContexteBAM. */
final class CardSearchChecks {
  private static final String T05 = "INSI-T05";
  private static final String BODY = "/Envelope/Body/RECVITALE/";
  private static final Pattern NUMBER = Pattern.compile("\\d{6}[A-Za-z0-9]\\d{6}");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T05-10",
                  RuleSource.TEXTE,
                  "2.4 (S:1, XSD)",
                  "Le corps suit le schéma RECVITALE, ordre des éléments compris.",
                  T05),
              BodyChecks.schema()),
          Check.of(
              rule(
                  "INSI-T05-11",
                  RuleSource.VU,
                  "2.4 (S:7)",
                  "Une recherche par carte donne le matricule de l'ouvrant droit, la date et le"
                      + " rang de naissance.",
                  T05),
              on(CardSearchChecks::complete)),
          Check.of(
              rule(
                  "INSI-T05-12",
                  RuleSource.VU,
                  "2.5 (S:1, motif des réponses)",
                  "Un matricule a treize caractères.",
                  T05),
              on(CardSearchChecks::numbers)),
          Check.of(
              rule(
                  "INSI-T05-13",
                  RuleSource.CONNU,
                  "5.2 (K)",
                  "La clé d'un matricule envoyé est juste.",
                  T05),
              on(CardSearchChecks::keys)),
          Check.of(
              rule(
                  "INSI-T05-14",
                  RuleSource.VU,
                  "2.3 (S:7)",
                  "COUVERTURE dit le même assuré, la même date et le même rang que le corps.",
                  T05),
              CardSearchChecks::cover),
          Check.of(
              rule(
                  "INSI-T05-16",
                  // Numbered for a search by traits; that it holds of what a card says is ours.
                  RuleSource.VU,
                  "5.3 (S:6, EF_INS01_03, de seconde main)",
                  "Le nom de naissance lu sur la carte est envoyé avec les caractères admis.",
                  T05),
              on(CardSearchChecks::name)),
          Check.of(
              rule(
                  "INSI-T05-17",
                  // The structure is that of an INS; that a number on a card has it is ours.
                  RuleSource.SUPPOSE,
                  "5.2 (S:6, d'un INS)",
                  "Un matricule envoyé a la structure d'un matricule.",
                  T05),
              on(CardSearchChecks::structures)));

  private CardSearchChecks() {}

  private static Check.Judge<InsiCall> on(BodyChecks.OnCriteria<VitaleSearch> rule) {
    return BodyChecks.on(request -> Optional.ofNullable(request.card()), rule);
  }

  private static void complete(VitaleSearch card, Findings findings) {
    if (number(card.opener()) == null) {
      missing("MatriculeOD/NumIdentifiant", findings);
    }
    if (card.birthDate() == null || !BodyChecks.DATE.matcher(card.birthDate()).matches()) {
      findings.add(
          BODY + "DateNaissance",
          "AAAA-MM-JJ",
          shown(card.birthDate()),
          "Recopiez de la carte la date de naissance du bénéficiaire, AAAA-MM-JJ.");
    }
    if (card.rank() == null || card.rank().isBlank()) {
      missing("RangNaissance", findings);
    }
  }

  private static void missing(String element, Findings findings) {
    findings.add(
        BODY + element, "une valeur", "absent", "Recopiez " + element + " de la carte Vitale.");
  }

  private static void numbers(VitaleSearch card, Findings findings) {
    number("MatriculeIndividu", card.own(), findings);
    number("MatriculeOD", card.opener(), findings);
  }

  private static void number(
      String element, VitaleSearch.@Nullable CardNumber number, Findings findings) {
    String value = number(number);
    if (value != null && !NUMBER.matcher(value).matches()) {
      findings.add(
          BODY + element + "/NumIdentifiant",
          "treize caractères, sans la clé",
          value,
          "Mettez dans NumIdentifiant les treize caractères du matricule, et la clé dans Cle.");
    }
  }

  private static void keys(VitaleSearch card, Findings findings) {
    key("MatriculeIndividu", card.own(), findings);
    key("MatriculeOD", card.opener(), findings);
  }

  private static void key(
      String element, VitaleSearch.@Nullable CardNumber number, Findings findings) {
    String value = number(number);
    String key = number == null ? null : number.key();
    if (value != null && key != null && Matricule.isWellBuilt(value)) {
      Matricule.problem(value, key)
          .ifPresent(
              problem ->
                  findings.add(
                      BODY + element + "/Cle",
                      "la clé du matricule",
                      key.isBlank() ? "vide" : key,
                      "Corrigez ou retirez la clé. " + problem));
    }
  }

  private static void name(VitaleSearch card, Findings findings) {
    String name = card.birthName();
    if (name != null) {
      NameWriting.faultInBirthName(name)
          .ifPresent(
              mend ->
                  findings.add(
                      BODY + "NomNaissance",
                      "A-Z, espace, apostrophe ou tiret ; ni espace ni apostrophe doublés",
                      name,
                      mend));
    }
  }

  private static void structures(VitaleSearch card, Findings findings) {
    structure("MatriculeIndividu", number(card.own()), findings);
    structure("MatriculeOD", number(card.opener()), findings);
  }

  // A wrong length is the business of INSI-T05-12, a wrong key of INSI-T05-13.
  private static void structure(String element, @Nullable String number, Findings findings) {
    if (number != null && NUMBER.matcher(number).matches() && !Matricule.isWellBuilt(number)) {
      findings.add(
          BODY + element + "/NumIdentifiant",
          "sexe 1 à 4, 7 ou 8, année, mois, lieu de naissance (2A ou 2B pour la Corse), ordre",
          number,
          "Recopiez le matricule de la carte sans le transformer : lettres de la Corse comprises.");
    }
  }

  private static @Nullable String number(VitaleSearch.@Nullable CardNumber number) {
    String value = number == null ? null : number.number();
    return value == null || value.isBlank() ? null : value;
  }

  private static void cover(CheckedExchange<InsiCall> exchange, Findings findings) {
    VitaleSearch card = exchange.message().request().card();
    ContexteBam bam = exchange.message().request().bam();
    if (card == null || bam == null || bam.couverture() == null) {
      return;
    }
    Couverture cover = Couverture.read(bam.couverture());
    String path = bam.couverture().path();
    same(path + "/ASSURE/Id/Num", number(card.opener()), cover.insured(), findings);
    same(path + "/BENEFICIAIRE/DateNai", card.birthDate(), cover.birthDate(), findings);
    same(path + "/BENEFICIAIRE/Rang", card.rank(), cover.rank(), findings);
    String own = number(card.own());
    if (cover.beneficiary() != null && own != null && NUMBER.matcher(own).matches()) {
      same(path + "/BENEFICIAIRE/Nir/Num", own, cover.beneficiary(), findings);
    }
  }

  private static void same(
      String path, @Nullable String body, @Nullable String context, Findings findings) {
    if (body != null && !body.isBlank() && !Objects.equals(body, context)) {
      findings.add(
          path,
          body + ", comme dans RECVITALE",
          shown(context),
          "Recopiez dans COUVERTURE ce que la carte a dit, comme dans le corps.");
    }
  }
}

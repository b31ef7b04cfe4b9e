package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.callerOfKnownMode;
import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadSubmission;
import fr.socle.dmp.registry.service.Ownership;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** DMP-T27, T32, T34: what is fed, against who feeds it: dmp.md 1.8, 5.2, 5.4. */
final class AuthorChecks {
  private static final String SECRET = "INVISIBLE_REPRESENTANTS_LEGAUX";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T27-1",
                  RuleSource.SECONDE_MAIN,
                  "5.4 (S2: DEVBOX, EX_2.1-1140)",
                  "L'appelant du VIHF est un auteur de chaque document, ou son responsable."),
              ReadSubmission.class,
              AuthorChecks::author),
          onContent(
              rule(
                  "DMP-T32-1",
                  RuleSource.TEXTE,
                  "1.8 (S:617, RG_2230)",
                  "Un envoi par carte d'employé donne le nom et le prénom de chaque auteur."),
              ReadSubmission.class,
              AuthorChecks::named),
          onContent(
              rule(
                  "DMP-T34-1",
                  RuleSource.SECONDE_MAIN,
                  "5.2, 5.6 bis (S2: DEVBOX, EX_2.1-1050)",
                  "En connexion secrète, les documents sont invisibles aux représentants légaux."),
              ReadSubmission.class,
              AuthorChecks::secret));

  private AuthorChecks() {}

  private static void author(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = callerOfKnownMode(exchange.message());
    // dmp.md 5.3, 5.4: nobody feeds in AIR, and no author rule is written for it.
    if (caller == null || caller.mode() == AuthenticationMode.INDIRECTE_RENFORCEE) {
      return;
    }
    for (DocumentEntry entry : read.provided().submission().documents()) {
      // What a signature is described by is only shown by samples: DMP-T28.
      if (!entry.isSignature() && !Ownership.maySubmit(entry, caller)) {
        findings.add(
            entry.id() + ", author",
            "NameID du VIHF ("
                + caller.nationalId()
                + ") parmi les auteurs en mode direct, Identifiant_Structure ("
                + caller.structure()
                + ") parmi leurs structures sinon",
            entry.authors().stream().flatMap(author -> author.persons().stream()).toList()
                + " de "
                + entry.authors().stream()
                    .flatMap(author -> author.institutions().stream())
                    .toList(),
            "Mettez l'appelant, ou sa structure, parmi les auteurs du document.");
      }
    }
  }

  private static void named(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = exchange.message().caller();
    if (caller == null || !"CPE".equals(caller.card())) {
      return;
    }
    for (DocumentEntry entry : read.provided().submission().documents()) {
      if (!entry.isSignature() && !Ownership.authorsAreNamed(entry)) {
        findings.add(
            entry.id() + ", authorPerson",
            "un nom et un prénom (composantes 2 et 3)",
            entry.authors().stream()
                .flatMap(author -> author.persons().stream())
                .toList()
                .toString(),
            "Écrivez le nom et le prénom de l'auteur pour qui l'employé envoie le document.");
      }
    }
  }

  private static void secret(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpCaller caller = exchange.message().caller();
    if (caller == null || !caller.secret()) {
      return;
    }
    for (DocumentEntry entry : read.provided().submission().documents()) {
      boolean invisible =
          entry.confidentialityCode().stream().anyMatch(code -> code.code().equals(SECRET));
      if (!invisible && !entry.isSignature()) {
        findings.add(
            entry.id() + ", confidentialityCode",
            SECRET,
            "absent",
            "En connexion secrète, ajoutez " + SECRET + " à chaque document du mineur.");
      }
    }
  }
}

package fr.socle.dmp.registry.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.dmp.check.DmpRules;
import fr.socle.dmp.registry.check.FedDocument.Feeding;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DMP-T35: who replaces a document sends a later version of the same series. */
final class NextVersion implements SequenceCheck {
  private static final Rule RULE =
      DmpRules.rule(
          "DMP-T35-2",
          RuleSource.VU,
          "cda.md 2, 3, 5.4 (S: TC3 ; versions à la réception, de seconde main)",
          "Un document en remplace un autre sous le même setId, avec un numéro de version"
              + " supérieur.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<List<Object>, FedDocument> sent = new HashMap<>();
    for (Feeding feeding : FedDocument.feedings(traffic)) {
      for (FedDocument document : feeding.documents()) {
        for (String replaced : document.sent().replaced()) {
          FedDocument former = sent.get(List.of(document.patient(), List.of(replaced)));
          if (former != null && feeding.call().accepted()) {
            follows(document, former, findings);
          }
        }
      }
      if (feeding.acknowledged()) {
        feeding
            .documents()
            .forEach(each -> sent.put(List.of(each.patient(), each.uniqueId()), each));
      }
    }
  }

  private static void follows(FedDocument document, FedDocument former, SequenceFindings findings) {
    String series = former.sent().series();
    if (!series.isEmpty() && !document.sent().series().equals(series)) {
      findings.add(
          document.sequence(),
          document.place() + ", /ClinicalDocument/setId",
          series + ", celui de l'échange " + former.sequence(),
          document.sent().series().isEmpty() ? "absent" : document.sent().series(),
          "Gardez setId d'une version à l'autre : c'est lui qui les réunit.");
    }
    Optional<BigInteger> before = number(former.sent().version());
    Optional<BigInteger> now = number(document.sent().version());
    if (before.isPresent() && now.isPresent() && now.get().compareTo(before.get()) <= 0) {
      findings.add(
          document.sequence(),
          document.place() + ", /ClinicalDocument/versionNumber",
          "plus que " + before.get() + ", la version de l'échange " + former.sequence(),
          now.get().toString(),
          "Augmentez versionNumber à chaque version : un lecteur écarte celle qui ne suit pas.");
    }
  }

  private static Optional<BigInteger> number(String version) {
    return version.matches("[0-9]{1,20}") ? Optional.of(new BigInteger(version)) : Optional.empty();
  }
}

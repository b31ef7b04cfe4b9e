package fr.socle.insi.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the armed faults make of an answer; each is taken only when it has something to disturb. */
final class AnswerDisturbances {
  private final Disturbances armed;

  AnswerDisturbances(Disturbances armed) {
    this.armed = armed;
  }

  InsiOutcome disturb(InsiAnswer answer, PrefixStyle style, Map<Control, String> failed) {
    Optional<Map<String, String>> unknown = armed.take(ServiceFault.CR_INCONNU.label());
    InsiAnswer disturbed =
        unknown
            .map(p -> new InsiAnswer(p.getOrDefault("code", "09"), "Code retour simule", null))
            .orElse(answer);
    FoundIdentity identity = disturbed.identity();
    boolean datesFirst = false;
    boolean numberTypes = false;
    if (identity != null) {
      identity = withOtherForms(withEmptyTrait(withZeroInDate(identity)));
      numberTypes = taken(ServiceFault.REPONSE_TYPE_MATRICULE);
      datesFirst = taken(ServiceFault.HISTO_DATES_DEVANT);
      disturbed = InsiAnswer.found(datesFirst ? withDatedHistory(identity) : identity);
    }
    return new InsiOutcome(
        disturbed, null, new AnswerForm(prefixes(style), datesFirst, numberTypes), failed);
  }

  private PrefixStyle prefixes(PrefixStyle style) {
    return taken(ServiceFault.PREFIXE_NS2)
        ? PrefixStyle.NS2
        : taken(ServiceFault.PREFIXE_MIXTE) ? PrefixStyle.MIXED : style;
  }

  private boolean taken(ServiceFault fault) {
    return armed.take(fault.label()).isPresent();
  }

  // insi.md 2.5 (S:2, S:3, S:19), and the wrong keys of published files (6)
  private FoundIdentity withOtherForms(FoundIdentity identity) {
    FoundIdentity other = identity;
    if (taken(ServiceFault.REPONSE_PRENOM_SEUL)) {
      other = other.withFirstNamesIn(true, false);
    }
    if (taken(ServiceFault.REPONSE_PRENOM_ET_LISTE)) {
      other = other.withFirstNamesIn(true, true);
    }
    if (taken(ServiceFault.HISTO_REPETE)) {
      List<FoundIdentity.InsNumber> history = new ArrayList<>(other.former());
      history.add(other.active());
      other = other.withFormer(history);
    }
    return taken(ServiceFault.REPONSE_CLE_FAUSSE) ? other.withWrongKey() : other;
  }

  // Ségur INS/va1.28: software must not take such an identity over
  private FoundIdentity withZeroInDate(FoundIdentity identity) {
    Optional<Map<String, String>> taken = armed.take(ServiceFault.REPONSE_DATE_00.label());
    if (taken.isEmpty()) {
      return identity;
    }
    boolean month = parameter(taken.get(), "partie", List.of("jour", "mois")).equals("mois");
    return identity.with(
        FoundIdentity.DATE,
        date -> date.replaceAll(month ? "-\\d\\d-" : "-\\d\\d$", month ? "-00-" : "-00"));
  }

  // Ségur INS/va1.31: nor one whose name, first names or sex is empty
  private FoundIdentity withEmptyTrait(FoundIdentity identity) {
    Optional<Map<String, String>> taken = armed.take(ServiceFault.REPONSE_TRAITS_VIDES.label());
    if (taken.isEmpty()) {
      return identity;
    }
    String field =
        parameter(
            taken.get(),
            "champ",
            List.of(FoundIdentity.NOM, FoundIdentity.LISTE, FoundIdentity.SEXE));
    FoundIdentity emptied = identity.with(field, value -> "");
    // Some answers hold the first name in Prenom instead of the list.
    return field.equals(FoundIdentity.LISTE)
        ? emptied.with(FoundIdentity.PRENOM, value -> "")
        : emptied;
  }

  /** A parameter among those that mean something; the first one when it is not given. */
  private static String parameter(
      Map<String, String> parameters, String name, List<String> meanings) {
    String value = parameters.getOrDefault(name, meanings.get(0));
    if (!meanings.contains(value)) {
      throw new IllegalArgumentException(
          "Paramètre de panne "
              + name
              + "="
              + value
              + " inconnu : "
              + String.join(" ou ", meanings));
    }
    return value;
  }

  // insi.md 2.5 (S:2): a history may repeat the number in force
  private static FoundIdentity withDatedHistory(FoundIdentity identity) {
    List<FoundIdentity.InsNumber> history =
        identity.former().isEmpty() ? List.of(identity.active()) : identity.former();
    return identity.withFormer(history.stream().map(AnswerDisturbances::dated).toList());
  }

  private static FoundIdentity.InsNumber dated(FoundIdentity.InsNumber number) {
    return new FoundIdentity.InsNumber(
        number.matricule(),
        number.key(),
        number.oid(),
        number.from() == null ? "1990-01-01" : number.from(),
        number.to() == null ? "2010-06-30" : number.to());
  }
}

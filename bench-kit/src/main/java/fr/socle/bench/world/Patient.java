package fr.socle.bench.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic patient.
 *
 * @param id identifier in the space
 * @param persona persona she was made from, if any
 * @param traits strict traits of her identity document
 * @param usedFirstName first name she gives at the desk
 * @param usedName name she goes by, when it is not the birth name
 * @param ins her identity; null when she has none, or a published one that is wrong
 * @param history identities she bore before
 * @param insi how INSi knows her; null when it does not
 * @param twins ids of her twins
 * @param homonyms ids of patients of the same name, sex and birth date
 */
public record Patient(
    String id,
    @Nullable String persona,
    StrictTraits traits,
    String usedFirstName,
    @Nullable UsedName usedName,
    @Nullable Ins ins,
    List<InsPeriod> history,
    @Nullable InsiEntry insi,
    List<String> twins,
    List<String> homonyms) {

  /** A patient; lists are copied. */
  public Patient {
    history = List.copyOf(history);
    twins = List.copyOf(twins);
    homonyms = List.copyOf(homonyms);
  }

  /** A patient whom INSi knows under her traits, without relation nor history. */
  public static Patient known(String id, @Nullable String persona, StrictTraits traits, Ins ins) {
    return new Patient(
        id,
        persona,
        traits,
        traits.firstBirthFirstName(),
        null,
        ins,
        List.of(),
        InsiEntry.answering(traits, InsiAnswer.of(ins, List.of(), traits)),
        List.of(),
        List.of());
  }

  /** Whether INSi knows her, were it only to fail. */
  public boolean knownToInsi() {
    return insi != null;
  }

  /** The same patient, known of INSi otherwise, or not at all. */
  public Patient withInsi(@Nullable InsiEntry entry) {
    return new Patient(
        id, persona, traits, usedFirstName, usedName, ins, history, entry, twins, homonyms);
  }

  /** The same patient without any identity number, unknown of INSi. */
  Patient withoutIns() {
    return new Patient(
        id, persona, traits, usedFirstName, usedName, null, history, null, twins, homonyms);
  }

  /** The same patient with former identities, in INSi's answer too. */
  Patient withHistory(Ins active, List<InsPeriod> former) {
    InsiEntry entry = InsiEntry.answering(traits, InsiAnswer.of(active, former, traits));
    return new Patient(
        id, persona, traits, usedFirstName, usedName, active, former, entry, twins, homonyms);
  }

  /** The same patient going by a name. */
  Patient withUsedName(UsedName name) {
    return new Patient(
        id, persona, traits, name.givenName(), name, ins, history, insi, twins, homonyms);
  }

  /** The same patient with a twin. */
  Patient withTwin(String other) {
    return new Patient(
        id, persona, traits, usedFirstName, usedName, ins, history, insi, List.of(other), homonyms);
  }

  /** The same patient with a homonym. */
  Patient withHomonym(String other) {
    return new Patient(
        id, persona, traits, usedFirstName, usedName, ins, history, insi, twins, List.of(other));
  }
}

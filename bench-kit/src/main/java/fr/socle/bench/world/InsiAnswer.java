package fr.socle.bench.world;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What INSi writes for a person, member by member as on the wire (insi.md 2.5). Plain strings,
 * nothing checked: some answers are wrong on purpose, and so are some published ones. A null member
 * is left out.
 *
 * @param active {@code INSACTIF}
 * @param history {@code INSHISTO}, in order
 * @param birthName {@code NomNaissance}
 * @param firstName {@code Prenom}
 * @param firstNameList {@code ListePrenom}
 * @param sex {@code Sexe}
 * @param birthDate {@code DateNaissance}
 * @param birthPlace {@code LieuNaissance}
 */
public record InsiAnswer(
    Identity active,
    List<Period> history,
    @Nullable String birthName,
    @Nullable String firstName,
    @Nullable String firstNameList,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String birthPlace) {

  /** An answer; the history is copied. */
  public InsiAnswer {
    history = List.copyOf(history);
  }

  /** The answer of the live service for a person without oddity: no {@code Prenom}. */
  public static InsiAnswer of(Ins ins, List<InsPeriod> history, StrictTraits traits) {
    return new InsiAnswer(
        Identity.of(ins),
        history.stream().map(Period::of).toList(),
        traits.birthName(),
        null,
        traits.firstNameList(),
        traits.sex().name(),
        traits.birthDate(),
        traits.birthPlace());
  }

  /** The same answer with another birth name. */
  InsiAnswer withBirthName(@Nullable String other) {
    return new InsiAnswer(
        active, history, other, firstName, firstNameList, sex, birthDate, birthPlace);
  }

  /** The same answer with other first names. */
  InsiAnswer withFirstNames(@Nullable String one, @Nullable String list) {
    return new InsiAnswer(active, history, birthName, one, list, sex, birthDate, birthPlace);
  }

  /** The same answer with another sex. */
  InsiAnswer withSex(@Nullable String other) {
    return new InsiAnswer(
        active, history, birthName, firstName, firstNameList, other, birthDate, birthPlace);
  }

  /** The same answer with another birth date. */
  InsiAnswer withBirthDate(@Nullable String other) {
    return new InsiAnswer(
        active, history, birthName, firstName, firstNameList, sex, other, birthPlace);
  }

  /**
   * A matricule and its authority as written, right or wrong.
   *
   * @param number {@code NumIdentifiant}
   * @param key {@code Cle}
   * @param oid {@code OID}
   */
  public record Identity(String number, @Nullable String key, String oid) {
    static Identity of(Ins ins) {
      return new Identity(ins.matricule().number(), ins.matricule().key(), ins.oid());
    }
  }

  /**
   * A former matricule as written.
   *
   * @param identity the matricule
   * @param from {@code DateDeb}
   * @param to {@code DateFin}
   */
  public record Period(Identity identity, @Nullable String from, @Nullable String to) {
    static Period of(InsPeriod period) {
      return new Period(Identity.of(period.ins()), text(period.from()), text(period.to()));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
      return date == null ? null : date.toString();
    }
  }
}

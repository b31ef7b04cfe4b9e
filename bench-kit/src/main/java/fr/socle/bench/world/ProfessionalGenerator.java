package fr.socle.bench.world;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes the professionals, the presets with their fixed identifiers and fresh ones like them, and
 * the structures they work in.
 */
final class ProfessionalGenerator {
  // Codes below: psc.md 3.4 (S); the section of a pharmacist and SM26 are examples of ours.
  private static final String GENERAL_PRACTICE = "SM26";
  private static final String SAMPLE_SPECIALITY = "SM54";
  private static final Address PRACTICE = Address.of("1", "R", "DE LA FICTION", "75099", "PARIS");
  private static final Address HOSPITAL = Address.of("20", "AV", "DES TESTS", "75099", "PARIS");
  // The name and the identifier of the first are those of the sample of psc.md 3.4.
  private static final Place SAMPLE_PRACTICE = new Place("CABINET MEDICAL EXEMPLE", "0001", "");
  private static final Place OTHER_PRACTICE = new Place("CABINET MEDICAL FICTIF", "0002", "");
  private static final Place PHARMACY = new Place("PHARMACIE DE LA FICTION", "0003", "P");
  // RPPS 9999, then these six digits, then the key: the presets are below.
  private static final long FIRST_FRESH = 100_000;
  private static final long LAST_FRESH = 999_999;

  private final long seed;

  ProfessionalGenerator(long seed) {
    this.seed = seed;
  }

  /** The preset of each persona. */
  static List<Professional> presets() {
    return Arrays.stream(ProfessionalPersona.values())
        .map(
            persona ->
                professional(
                    persona,
                    new Identity(
                        persona.presetId(),
                        presetName(persona),
                        persona == ProfessionalPersona.NURSE ? "ANDREA" : "CAMILLE",
                        persona == ProfessionalPersona.LOCKED_CARD ? "M" : "MME",
                        "")))
        .toList();
  }

  /** A new professional like the preset, whose identifier depends on the sequence alone. */
  Professional fresh(ProfessionalPersona persona, long sequence) {
    if (sequence < 0 || sequence > LAST_FRESH - FIRST_FRESH) {
      throw new IllegalArgumentException(
          "Numéro de professionnel "
              + sequence
              + " hors limites : réinitialisez l'espace pour repartir de zéro.");
    }
    Random random = new Random(Mixing.mix(seed, sequence, 7));
    boolean woman = random.nextBoolean();
    FictitiousNames names = new FictitiousNames(seed);
    return professional(
        persona,
        new Identity(
            freshId(persona, sequence),
            names.uniqueFamilyName(sequence),
            names.firstName(woman ? Sex.F : Sex.M, random),
            woman ? "MME" : "M",
            Digits.padded(sequence, 6)));
  }

  /** A new practice or establishment, whose identifiers depend on the sequence alone. */
  static Structure structure(StructureKind kind, long sequence, @Nullable String name) {
    String digits = Digits.padded(sequence, 6);
    String named = name == null ? kind.fictitiousName() + " " + digits : name;
    return switch (kind) {
      case PRACTICE -> Structure.practice("R9" + digits + "S", "", named, PRACTICE);
      case ESTABLISHMENT ->
          Structure.establishment("98" + Digits.padded(sequence, 7), "990000002", named, HOSPITAL);
    };
  }

  private static NationalId freshId(ProfessionalPersona persona, long sequence) {
    return switch (persona) {
      case STRUCTURE_ID -> new NationalId("599999999900017/CPAT" + Digits.padded(sequence + 2, 5));
      case EDIT -> new NationalId("ANS2026" + Digits.padded(sequence + 200_000_000L, 10));
      default -> NationalId.of(Rpps.withComputedKey("9999" + (FIRST_FRESH + sequence)));
    };
  }

  private static String presetName(ProfessionalPersona persona) {
    return switch (persona) {
      case DOCTOR_TWO_ACTIVITIES -> "EXEMPLE";
      case DOCTOR -> "FICTIVAL";
      case PHARMACIST -> "PILULIER-TEST";
      case NURSE -> "SIMULANDRE";
      case DENTIST_WITHOUT_ACTIVITY -> "MOLAIRE-FICTIVE";
      case DOCTOR_WITHOUT_EXERCISE -> "ESSAIVIDE";
      case TWO_EXERCISES -> "DOUBLEMENT";
      case REVOKED -> "REVOQUIN";
      case LOCKED_CARD -> "BLOCQUEVAL";
      case WITHOUT_RECORD -> "SANSDONNEES";
      case STRUCTURE_ID -> "STRUCTUREL";
      case EDIT -> "Editorial";
    };
  }

  private static Professional professional(ProfessionalPersona persona, Identity identity) {
    return new Professional(
        identity.id(),
        persona.personaName(),
        identity.familyName(),
        identity.givenName(),
        identity.civility(),
        persona != ProfessionalPersona.WITHOUT_RECORD,
        exercises(persona, identity),
        otherIds(persona, identity.id()),
        persona == ProfessionalPersona.REVOKED,
        persona == ProfessionalPersona.LOCKED_CARD);
  }

  private static List<Exercise> exercises(ProfessionalPersona persona, Identity identity) {
    return switch (persona) {
      case DOCTOR_TWO_ACTIVITIES ->
          List.of(
              doctor(
                  identity,
                  SAMPLE_SPECIALITY,
                  List.of(
                      practice("L", "SA07", "", "CNOM", identity, SAMPLE_PRACTICE),
                      hospital("CNOM", identity))));
      case DOCTOR, REVOKED, LOCKED_CARD, EDIT ->
          List.of(
              doctor(
                  identity,
                  GENERAL_PRACTICE,
                  List.of(practice("L", "SA07", "", "CNOM", identity, OTHER_PRACTICE))));
      case PHARMACIST ->
          List.of(
              exercise(
                  identity,
                  "21",
                  identity.civility(),
                  List.of(practice("L", "SA33", "A", "CNOPP", identity, PHARMACY))));
      case NURSE ->
          List.of(
              exercise(identity, "60", identity.civility(), List.of(hospital("CNOI", identity))));
      case DENTIST_WITHOUT_ACTIVITY -> List.of(exercise(identity, "40", "DR", List.of()));
      case DOCTOR_WITHOUT_EXERCISE, WITHOUT_RECORD -> List.of();
      case TWO_EXERCISES ->
          List.of(
              doctor(
                  identity,
                  GENERAL_PRACTICE,
                  List.of(practice("L", "SA07", "", "CNOM", identity, OTHER_PRACTICE))),
              exercise(
                  identity,
                  "21",
                  "DR",
                  List.of(practice("S", "SA33", "D", "CNOPP", identity, PHARMACY))));
      case STRUCTURE_ID ->
          List.of(
              exercise(identity, "60", identity.civility(), List.of(hospital("CNOI", identity))));
    };
  }

  private static Exercise doctor(Identity identity, String speciality, List<Activity> activities) {
    return new Exercise(
        "10", "C", "DR", identity.familyName(), identity.givenName(), "S", speciality, activities);
  }

  private static Exercise exercise(
      Identity identity, String profession, String civility, List<Activity> activities) {
    return new Exercise(
        profession, "C", civility, identity.familyName(), identity.givenName(), "", "", activities);
  }

  private static Activity practice(
      String mode,
      String sector,
      String section,
      String authority,
      Identity identity,
      Place place) {
    Structure structure =
        Structure.practice(
            "R9" + identity.digits(place.presetDigits()) + place.letter(),
            "4" + identity.id().value().substring(1).replaceAll("[^0-9]", "") + "001",
            identity.suffix().isEmpty() ? place.name() : place.name() + " " + identity.suffix(),
            PRACTICE);
    return activity(mode, sector, section, authority, structure);
  }

  private static Activity hospital(String authority, Identity identity) {
    return activity(
        "S",
        "SA01",
        "",
        authority,
        Structure.establishment(
            "99" + identity.digits("0000001"), "990000002", "HOPITAL EXEMPLE", HOSPITAL));
  }

  private static Activity activity(
      String mode, String sector, String section, String authority, Structure structure) {
    return new Activity(
        mode,
        sector,
        section,
        "",
        "GENR01",
        authority + "/" + authority + "/" + authority,
        structure);
  }

  private static List<OtherId> otherIds(ProfessionalPersona persona, NationalId id) {
    return switch (persona) {
      case WITHOUT_RECORD, STRUCTURE_ID -> List.of();
      case EDIT -> List.of(new OtherId(id.value(), "EDIT", 1));
      default -> List.of(new OtherId(id.value(), "RPPS", 1));
    };
  }

  /** A place of practice: its name, what its identifier ends with. */
  private record Place(String name, String presetDigits, String letter) {}

  /** Who a professional is, apart from what he does. */
  private record Identity(
      NationalId id, String familyName, String givenName, String civility, String suffix) {

    /** Digits of the sequence, as many as in the number of the presets. */
    String digits(String ofPreset) {
      return suffix.isEmpty() ? ofPreset : "0".repeat(Math.max(0, ofPreset.length() - 6)) + suffix;
    }
  }
}

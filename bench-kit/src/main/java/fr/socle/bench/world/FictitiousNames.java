package fr.socle.bench.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Family names nobody bears, made of syllables, and first names from a list of old ones. A name
 * made for a scenario begins with a word such as FICTI or SIMULA; names of the population do not.
 */
final class FictitiousNames {
  private static final List<String> MARKED =
      List.of(
          "FICTI", "SIMULA", "IMAGI", "EXEMPLO", "INVENTO", "PROTO", "MODELO", "TESTI", "ESSAYO",
          "DEMO", "MAQUETO", "UTOPI", "CHIMERO", "VIRTUO", "PSEUDO", "SOCLO");
  private static final List<String> UNMARKED =
      List.of(
          "FABLO",
          "CONTO",
          "LEGENDO",
          "FANTASI",
          "ENCHANTO",
          "BRUMO",
          "LUTINO",
          "FARFADO",
          "MERLO",
          "VIVIANO",
          "GRIMO",
          "PHENIXO",
          "LICORNO",
          "SYLPHO",
          "ONDINO",
          "KORRIGO");
  private static final List<String> MIDDLES =
      List.of(
          "BEL", "CAR", "DOR", "FER", "GAL", "HAR", "JAL", "KER", "LAN", "MAR", "NOR", "PAL", "QUI",
          "RAN", "SAL", "TAN", "VER", "WAL", "XAN", "YOR", "ZEL", "BRU", "CLO", "DRE");
  private static final List<String> ENDINGS =
      List.of(
          "VAL", "MAS", "LIN", "DET", "GNY", "SAC", "TEL", "ZAN", "COT", "RET", "NAY", "BOT", "DUC",
          "FOY", "GET", "JAC", "LOT", "MET", "NOT", "PIN", "ROY", "SON", "TIN", "VET");
  private static final List<String> FEMALE =
      List.of(
          "ALIX",
          "AMANDINE",
          "APOLLINE",
          "AURORE",
          "BERENICE",
          "CAPUCINE",
          "CELESTE",
          "CLELIA",
          "COLOMBE",
          "DAPHNE",
          "EGLANTINE",
          "FANTINE",
          "FAUSTINE",
          "FLEUR",
          "GARANCE",
          "HERMINE",
          "HORTENSE",
          "IRIS",
          "JOSEPHINE",
          "LEONIE",
          "LILAS",
          "LUCIOLE",
          "MARGUERITE",
          "MELUSINE",
          "MIRABELLE",
          "NINON",
          "OCEANE",
          "ONDINE",
          "PERRINE",
          "PRUNE",
          "ROSE",
          "SIDONIE",
          "SOLANGE",
          "SUZON",
          "THAIS",
          "VICTOIRE",
          "VIOLETTE",
          "YSEULT",
          "ZELIE",
          "ZOE");
  private static final List<String> MALE =
      List.of(
          "ACHILLE",
          "AMBROISE",
          "ANATOLE",
          "ANSELME",
          "ARMEL",
          "AUBIN",
          "AUGUSTIN",
          "BALTHAZAR",
          "BASILE",
          "BLAISE",
          "CASIMIR",
          "CELESTIN",
          "CLOVIS",
          "COME",
          "CORENTIN",
          "CYPRIEN",
          "DONATIEN",
          "EDGAR",
          "ELOI",
          "EMILIEN",
          "FLORENTIN",
          "GASPARD",
          "GAUVAIN",
          "GUSTAVE",
          "HIPPOLYTE",
          "ISIDORE",
          "JOACHIM",
          "LEANDRE",
          "LUBIN",
          "MAXENCE",
          "MELCHIOR",
          "NARCISSE",
          "OCTAVE",
          "PROSPER",
          "ROMARIC",
          "SYLVESTRE",
          "THEODORE",
          "URBAIN",
          "VALERE",
          "ZEPHIRIN");
  // Names the shortest form can write: enough for a scenario suite to never need a longer one.
  private static final long SHORT = (long) MARKED.size() * MIDDLES.size() * ENDINGS.size();

  private final long seed;

  FictitiousNames(long seed) {
    this.seed = seed;
  }

  /** A name that no other index has, whatever the seed. */
  String uniqueFamilyName(long index) {
    long round = index / SHORT;
    long rest = Mixing.shuffle(seed, index % SHORT, SHORT);
    StringBuilder name = new StringBuilder(MARKED.get((int) (rest % MARKED.size())));
    rest /= MARKED.size();
    name.append(MIDDLES.get((int) (rest % MIDDLES.size())));
    rest /= MIDDLES.size();
    // Each further round inserts syllables: names of different lengths cannot meet.
    for (; round > 0; round = (round - 1) / MIDDLES.size()) {
      name.append(MIDDLES.get((int) ((round - 1) % MIDDLES.size())));
    }
    return name.append(ENDINGS.get((int) rest)).toString();
  }

  /** A name of the population; several people may have it. */
  String familyName(Random random) {
    return one(UNMARKED, random) + one(MIDDLES, random) + one(ENDINGS, random);
  }

  /** One first name. */
  String firstName(Sex sex, Random random) {
    return one(sex == Sex.F ? FEMALE : MALE, random);
  }

  /** Several different first names. */
  List<String> firstNames(Sex sex, int count, Random random) {
    List<String> all = sex == Sex.F ? FEMALE : MALE;
    // nextInt(bound) is specified to the bit; the streams of Random are not.
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < count) {
      chosen.add(all.get(random.nextInt(all.size())));
    }
    return List.copyOf(chosen);
  }

  private static String one(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}

package fr.socle.bench.world;

import java.util.List;

/** COG codes of birth places (insi.md 5.4). */
final class BirthPlaces {
  static final String AJACCIO = "2A004";
  static final List<String> HAUTE_CORSE = List.of("2B033", "2B042", "2B096", "2B020");
  static final List<String> ABROAD =
      List.of("99100", "99109", "99127", "99131", "99134", "99139", "99350", "99351", "99352");
  static final List<String> FRANCE =
      List.of(
          "75056", "69123", "13055", "33063", "31555", "44109", "59350", "67482", "35238", "06088",
          "34172", "21231", "76540", "54395", "57463", "87085", "86194", "14118", "29019", "38185",
          "42218", "45234", "37261", "49007", "72181", "51454", "80021", "83137", "25056", "63113",
          "63220", "97411");

  private BirthPlaces() {}
}

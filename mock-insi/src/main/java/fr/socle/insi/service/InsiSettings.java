package fr.socle.insi.service;

import fr.socle.bench.world.PublishedWorld;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * How INSi behaves in one space. Every assumed behaviour of the sheet is one of these.
 *
 * @param notFoundIsFault {@code insi.not-found=fault}: nobody found is the technical fault of the
 *     qualification platform, and the default in the world {@code qualification}; {@code cr01} (the
 *     default elsewhere) is the answer of production
 * @param realOid {@code ins-oid=real}: test numbers are answered with the real OID, as the
 *     qualification platform does; the default in the world {@code qualification}
 * @param prefixStyle {@code insi.prefix-style}: {@code default}, {@code ns2} or {@code mixed}
 * @param strictFirstNames {@code insi.first-names=strict}: hyphen and space differ in first names
 *     (default); {@code souple}: they do not
 * @param firstNamesAnywhere {@code insi.later-first-name=oui}: a later first name finds alone;
 *     {@code non} (default): only the first ones do
 * @param wholeListFinds {@code insi.first-name-list=oui}: the whole list in one text finds
 *     (default); {@code non}: it does not
 * @param soap11Status {@code insi.soap11}: {@code 500} (default) or {@code 415}
 * @param knownIdams {@code insi.idam}: authorisation numbers known, separated by commas; {@code *}
 *     for any
 * @param severities {@code insi.control.<name>=off|warn|fault}, one step stricter each with {@code
 *     insi.strict=true}
 * @param access how assertions and tokens are looked at
 * @param verification {@code insi.verification=supposee}: WS_INS3 answers by its assumed contract
 *     (default); {@code absente}: it is not there
 * @param otherWording {@code insi.fault-text=autre}: faults are worded as other captures of them
 * @param scripted {@code insi.idam-fault}: fault answered to each of some authorisation numbers
 */
public record InsiSettings(
    boolean notFoundIsFault,
    boolean realOid,
    PrefixStyle prefixStyle,
    boolean strictFirstNames,
    boolean firstNamesAnywhere,
    boolean wholeListFinds,
    int soap11Status,
    Set<String> knownIdams,
    Map<Control, Severity> severities,
    AccessSettings access,
    boolean verification,
    boolean otherWording,
    Map<String, String> scripted) {

  /** The number the bench tells software to use. */
  public static final String DEFAULT_IDAM = "SOCLE0000001";

  /** Copies the collections. */
  public InsiSettings {
    knownIdams = Set.copyOf(knownIdams);
    severities = Map.copyOf(severities);
    scripted = Map.copyOf(scripted);
  }

  /**
   * Reads the settings of a space.
   *
   * @param setting value of a setting by full name, or the default given
   * @throws IllegalArgumentException with a French sentence for a value that does not exist
   */
  public static InsiSettings read(BinaryOperator<String> setting) {
    boolean strict = SettingChoice.of(setting, "insi.strict", "false", "true").equals("true");
    Map<Control, Severity> severities = new EnumMap<>(Control.class);
    for (Control control : Control.values()) {
      String byDefault = control.byDefault().name().toLowerCase(Locale.ROOT);
      Severity severity =
          Severity.valueOf(
              SettingChoice.of(
                      setting,
                      "insi.control." + control.settingName(),
                      byDefault,
                      "off",
                      "warn",
                      "fault")
                  .toUpperCase(Locale.ROOT));
      severities.put(control, strict ? severity.stricter() : severity);
    }
    return new InsiSettings(
        notFoundIsFault(setting),
        realOid(setting),
        PrefixStyle.valueOf(
            SettingChoice.of(setting, "insi.prefix-style", "default", "ns2", "mixed")
                .toUpperCase(Locale.ROOT)),
        SettingChoice.of(setting, "insi.first-names", "strict", "souple").equals("strict"),
        SettingChoice.of(setting, "insi.later-first-name", "non", "oui").equals("oui"),
        SettingChoice.of(setting, "insi.first-name-list", "oui", "non").equals("oui"),
        Integer.parseInt(SettingChoice.of(setting, "insi.soap11", "500", "415")),
        Arrays.stream(setting.apply("insi.idam", DEFAULT_IDAM).split(","))
            .map(String::strip)
            .filter(idam -> !idam.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        severities,
        AccessSettings.read(setting),
        SettingChoice.of(setting, "insi.verification", "supposee", "absente").equals("supposee"),
        SettingChoice.of(setting, "insi.fault-text", "simple", "autre").equals("autre"),
        ScriptedFaults.read(setting));
  }

  /** The platform answers the real one for its fictitious patients: insi.md 2.5 (S:2, S:3). */
  private static boolean realOid(BinaryOperator<String> setting) {
    boolean platform = PublishedWorld.of(setting) == PublishedWorld.PLATFORM;
    return SettingChoice.of(
            setting, "ins-oid", platform ? "real" : "test", platform ? "test" : "real")
        .equals("real");
  }

  /** The platform has no branch for those whom RFI does not know: insi.md 2.6 (S:11). */
  private static boolean notFoundIsFault(BinaryOperator<String> setting) {
    boolean platform = PublishedWorld.of(setting) == PublishedWorld.PLATFORM;
    return SettingChoice.of(
            setting, "insi.not-found", platform ? "fault" : "cr01", platform ? "cr01" : "fault")
        .equals("fault");
  }

  /** What a control does when it fails. */
  public Severity severity(Control control) {
    return severities.getOrDefault(control, Severity.OFF);
  }

  /** Whether the bench knows this authorisation number. */
  public boolean knowsIdam(String idam) {
    return knownIdams.contains("*") || knownIdams.contains(idam) || scripted.containsKey(idam);
  }
}

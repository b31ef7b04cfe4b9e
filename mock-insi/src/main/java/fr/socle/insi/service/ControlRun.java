package fr.socle.insi.service;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The controls of one call: which failed, and the fault that ends it. */
final class ControlRun {
  private final InsiSettings settings;
  private final FaultTable faults;
  private final Map<Control, String> failed = new EnumMap<>(Control.class);

  ControlRun(InsiSettings settings, FaultTable faults) {
    this.settings = settings;
    this.faults = faults;
  }

  /** What failed so far, with what it says in French. */
  Map<Control, String> failed() {
    return failed;
  }

  InsiFault fault(String code) {
    return faults.fault(code);
  }

  /** Whether a control is made at all. */
  boolean makes(Control control) {
    return settings.severity(control) != Severity.OFF;
  }

  /** The fault of a control, if it fails and is to refuse. */
  Optional<InsiFault> unless(boolean passes, Control control, String code) {
    return passes ? Optional.empty() : failing(control, null, code);
  }

  /**
   * The fault of a control that fails because the bench aged what it saw: it refuses like the
   * service would, and blames nobody, as the caller's own clock did not move.
   *
   * @param why what failed exactly, French
   */
  Optional<InsiFault> aged(Control control, String why, String code) {
    if (!makes(control) || settings.severity(control) == Severity.WARN) {
      return Optional.empty();
    }
    InsiFault fault = faults.fault(code);
    return Optional.of(fault.withDetail(fault.detail() + " " + why));
  }

  /**
   * The fault of a control that fails, if it is to refuse.
   *
   * @param why what failed exactly, French; null when the fault says it all
   */
  Optional<InsiFault> failing(Control control, @Nullable String why, String code) {
    if (!makes(control)) {
      return Optional.empty();
    }
    InsiFault fault = faults.fault(code);
    failed.put(control, why == null ? fault.detail() : why);
    return settings.severity(control) == Severity.WARN
        ? Optional.empty()
        : Optional.of(why == null ? fault : fault.withDetail(fault.detail() + " " + why));
  }
}

package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import fr.socle.mss.service.Errand.Sort;
import fr.socle.mss.service.Fate.Happening;
import fr.socle.mss.service.MailFault.Armed;
import fr.socle.mss.service.Routing.Refused;
import fr.socle.mss.service.Submission.Notify;
import fr.socle.mss.service.Submission.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes a message at the end of {@code DATA}. Safe for use by several threads. */
public final class Acceptance {
  // mssante.md 2.7: exactly this, case included.
  private static final String END = "[FIN]";
  private static final String HOUR = "3600";
  private static final int LONGEST_HEADER = 1024 * 1024;
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^Message-ID:[^\\r\\n]*(\\r\\n[ \\t][^\\r\\n]*)*");

  private final MailQueue queue;
  private final Correspondence correspondence;
  private final OperatorSettings settings;
  private final Clock clock;

  /** That of a space. */
  public Acceptance(
      MailQueue queue, Correspondence correspondence, OperatorSettings settings, Clock clock) {
    this.queue = queue;
    this.correspondence = correspondence;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes a message, or says why not; what is taken is kept once this returns. */
  public Optional<Refused> submit(Submission submitted, Armed faults) {
    String[] addresses = addresses(submitted);
    if (faults
        .take(
            MailFault.TOO_BIG,
            given -> "data".equals(given.get("moment")) && Armed.concerns(given, addresses))
        .isPresent()) {
      return Optional.of(
          new Refused(
              552,
              "5.3.4 Message too big",
              "message-trop-gros",
              "Ce message est trop gros pour cet opérateur : dites-le à l'utilisateur."));
    }
    Optional<Map<String, String>> virus = faults.take(MailFault.VIRUS, addresses);
    boolean infected = virus.isPresent() || submitted.traits().infected();
    boolean later =
        virus.map(each -> "avis".equals(each.get("mode"))).orElse(settings.virusLater());
    if (infected && !later) {
      return Optional.of(
          new Refused(
              554,
              "5.7.1 Virus found",
              "virus",
              "Ce message porte un virus : n'envoyez pas cette pièce jointe."));
    }
    take(submitted, infected, faults);
    return Optional.empty();
  }

  private static String[] addresses(Submission submitted) {
    List<String> all = new ArrayList<>();
    all.add(submitted.from());
    submitted.recipients().forEach(each -> all.add(each.fate().address()));
    return all.toArray(String[]::new);
  }

  private void take(Submission submitted, boolean infected, Armed faults) {
    Instant now = clock.instant();
    List<String> inboxes = new ArrayList<>();
    List<Errand> errands = new ArrayList<>();
    for (Recipient each : submitted.recipients()) {
      Fate fate =
          infected
              ? Fate.failing(each.fate().address(), "5.7.1", "554 5.7.1 Virus found")
              : settled(each.fate(), submitted, faults);
      if (fate.inbox()) {
        inboxes.add(fate.address());
        errands.addAll(receipts(submitted, each, Duration.ZERO, now));
      }
      for (Happening happening : fate.later()) {
        if (happening.sort() == Sort.DELIVER) {
          errands.add(errand(happening, submitted, each, submitted.from(), now));
          errands.addAll(receipts(submitted, each, happening.after(), now));
        } else if (isWanted(happening.sort(), submitted, each)) {
          errands.add(errand(happening, submitted, each, submitted.from(), now));
        }
      }
    }
    Optional<Map<String, String>> twice = faults.take(MailFault.DUPLICATE, addresses(submitted));
    inboxes.stream().filter(CitizenAddress::isOne).forEach(each -> wrote(each, submitted));
    queue.accept(submitted.message(), inboxes, errands);
    if (twice.isPresent()) {
      boolean renamed = "autre".equals(twice.get().get("message-id"));
      queue.accept(
          renamed ? renamed(submitted.message()) : submitted.message(), inboxes, List.of());
    }
  }

  /** The fate of {@code RCPT}, and what the message itself and the faults change in it. */
  private Fate settled(Fate fate, Submission submitted, Armed faults) {
    String address = fate.address();
    if (!fate.inbox()) {
      return fate;
    }
    if (CitizenAddress.isOne(address) && submitted.traits().size() > settings.citizenLargest()) {
      return Routing.bounced(address, "taille");
    }
    Optional<Map<String, String>> late =
        faults.take(MailFault.LATE_FAILURE, address, submitted.from());
    if (late.isPresent()) {
      return Fate.failing(
          address,
          Sort.FAILURE,
          seconds(late.get()),
          late.get().getOrDefault("etat", "5.4.7"),
          "554 " + late.get().getOrDefault("etat", "5.4.7") + " Delivery failed");
    }
    Optional<Map<String, String>> delayed =
        faults.take(MailFault.DELAYED, address, submitted.from());
    if (delayed.isEmpty()) {
      return fate;
    }
    Happening notice =
        new Happening(Sort.DELAY, Duration.ZERO, "4.4.1", "451 4.4.1 No answer from host");
    Happening end =
        "echec".equals(delayed.get().get("issue"))
            ? new Happening(
                Sort.FAILURE, seconds(delayed.get()), "5.4.7", "554 5.4.7 Delivery time expired")
            : new Happening(Sort.DELIVER, seconds(delayed.get()), "2.0.0", "250 2.0.0 Delivered");
    return new Fate(address, false, List.of(notice, end));
  }

  private static Duration seconds(Map<String, String> given) {
    return Duration.ofSeconds(Long.parseLong(given.getOrDefault("secondes", HOUR)));
  }

  private static boolean isWanted(Sort sort, Submission submitted, Recipient recipient) {
    return !submitted.from().isEmpty()
        && recipient.wanted().contains(sort.isFailure() ? Notify.FAILURE : Notify.DELAY);
  }

  /** Notices of success: to the sender (RFC 3461), and where Return-Receipt-To says. */
  private static List<Errand> receipts(
      Submission submitted, Recipient recipient, Duration after, Instant now) {
    Happening delivered = new Happening(Sort.SUCCESS, after, "2.0.0", "250 2.0.0 Delivered");
    List<Errand> all = new ArrayList<>();
    String receiptTo = submitted.traits().receiptTo();
    boolean asked = recipient.wanted().contains(Notify.SUCCESS) && !submitted.from().isEmpty();
    if (asked) {
      all.add(errand(delivered, submitted, recipient, submitted.from(), now));
    }
    if (!receiptTo.isEmpty() && !(asked && receiptTo.equalsIgnoreCase(submitted.from()))) {
      all.add(errand(delivered, submitted, recipient, receiptTo, now));
    }
    return all;
  }

  private static Errand errand(
      Happening happening, Submission submitted, Recipient recipient, String to, Instant now) {
    return new Errand(
        0,
        0,
        0,
        happening.sort(),
        now.plus(happening.after()),
        now,
        to,
        recipient.fate().address(),
        recipient.original(),
        submitted.envelopeId(),
        submitted.whole(),
        happening.status(),
        happening.diagnostic());
  }

  private void wrote(String citizen, Submission submitted) {
    String professional = submitted.traits().answeredAt();
    if (submitted.traits().subject().equals(END)) {
      correspondence.ended(citizen, professional);
      return;
    }
    correspondence.wrote(
        citizen, professional, submitted.traits().messageId(), !submitted.traits().noAnswer());
  }

  /** The same message under another identifier. */
  private static Content renamed(Content message) {
    String start = new String(message.first(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    int end = start.indexOf("\r\n\r\n");
    if (end < 0) {
      return message;
    }
    String header =
        MESSAGE_ID
            .matcher(start.substring(0, end))
            .replaceFirst("Message-ID: <" + UUID.randomUUID() + "@doublon.mssante.invalid>");
    return Content.joined(
        List.of(
            Content.of(header.getBytes(StandardCharsets.ISO_8859_1)),
            message.region(end, message.size() - end)));
  }
}

package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * What a mailbox of MSSanté holds.
 *
 * @param address its address
 * @param kind {@code PER}, {@code ORG}, {@code APP}, {@code CAB} or {@code CITOYEN}
 * @param nationalId national identifier of its holder, empty when it has none
 * @param label name shown to correspondents, perhaps empty
 * @param state {@code ouverte}, {@code pleine} or {@code fermee}
 * @param folders its folders, by name
 */
public record MssMailboxState(
    String address,
    String kind,
    String nationalId,
    String label,
    String state,
    List<MssFolder> folders) {

  /**
   * A folder.
   *
   * @param name name
   * @param uidValidity {@code UIDVALIDITY}
   * @param messages its messages, by UID
   */
  public record MssFolder(String name, long uidValidity, List<MssMessage> messages) {}

  /**
   * A message.
   *
   * @param uid UID in its folder
   * @param size bytes
   * @param receivedAt when it came
   * @param flags flags and keywords
   * @param messageId its {@code Message-ID}, angle brackets included; perhaps empty
   * @param from its {@code From}, as written
   * @param subject its subject, decoded
   */
  public record MssMessage(
      long uid,
      long size,
      Instant receivedAt,
      List<String> flags,
      String messageId,
      String from,
      String subject) {}
}

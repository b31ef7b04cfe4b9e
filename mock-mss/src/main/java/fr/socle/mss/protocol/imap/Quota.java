package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.Mailbox.State;
import fr.socle.mss.service.MssSettings;

/**
 * What a mailbox may hold (RFC 9208): one root, the mailbox itself, counted in KiB.
 *
 * @param store mailboxes
 * @param address the mailbox
 * @param settings how much it may hold
 */
record Quota(MailStore store, String address, MssSettings settings) {
  static final String WORD = "QUOTA";
  private static final long KIB = 1024;

  /** Whether so many bytes more may be kept. */
  boolean takes(long bytes) {
    boolean full = store.mailbox(address).filter(each -> each.state() == State.FULL).isPresent();
    return !full && store.used(address) + bytes <= settings.mailboxBytes();
  }

  static Reply over() {
    return Reply.no(
        "[OVERQUOTA] The mailbox is full",
        "boite-pleine",
        "La boîte est pleine (réglage mss.taille-bal, ou état « pleine ») : dites-le à l'utilisateur et gardez le message.");
  }

  Reply get(String root) {
    return root.isEmpty()
        ? Reply.ok(told(), "Quota told")
        : Reply.no("[NONEXISTENT] No such root", "quota-inconnu", "La seule racine est « \"\" ».");
  }

  Reply root(String name, Folders folders) {
    return folders
        .find(name)
        .map(
            each ->
                Reply.ok(
                    "* QUOTAROOT " + ImapText.name(each.name()) + " \"\"\r\n" + told(),
                    "Quota told"))
        .orElseGet(Folders::unknown);
  }

  static Reply set() {
    return Reply.no(
        "[NOPERM] Not yours to set",
        "quota-fixe",
        "Le quota est celui de l'opérateur : il ne se change pas par IMAP.");
  }

  private String told() {
    long used = (store.used(address) + KIB - 1) / KIB;
    return "* QUOTA \"\" (STORAGE " + used + " " + settings.mailboxBytes() / KIB + ")\r\n";
  }
}

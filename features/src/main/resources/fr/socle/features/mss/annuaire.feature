# language: fr
@MSS @vague2
Fonctionnalité: Trouver une adresse dans l'annuaire, et laisser une boîte se régler

  L'extraction, LDAP et FHIR se valent : le logiciel qui emploie l'extraction la charge d'abord. Qui n'a pas lu l'annuaire n'est pas jugé.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect

  @REQ:MSS/CONF.20 @REQ:ANN/va1.05
  Scénario: le médecin trouve l'adresse d'un confrère dans l'annuaire
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin ne connaît pas l'adresse MSSanté
    Quand le médecin cherche son confrère dans l'annuaire, puis lui écrit
    Alors l'annuaire a donné cette adresse, et le médecin y écrit

  @REQ:MSS/CONF.20
  Scénario: le médecin trouve l'adresse du service de son confrère
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin ne connaît pas l'adresse MSSanté
    Et le service de ce confrère, qui a une boîte MSSanté
    Quand le médecin cherche ce service dans l'annuaire, puis lui écrit
    Alors l'annuaire a donné cette adresse, et le médecin y écrit

  @REQ:MSS/CONF.04
  Scénario: la boîte se règle par le fichier de son opérateur, puis s'essaie
    Étant donné sa boîte MSSanté, que le logiciel ne connaît pas encore
    Quand le médecin donne l'adresse de sa boîte, que le logiciel configure de lui-même
    Alors la configuration de l'opérateur a été lue, puis la connexion essayée

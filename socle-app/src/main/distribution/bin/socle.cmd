@echo off
rem Starts Socle from its jars. Needs a Java 17 or newer (a JRE will do), nothing else.
rem Without accents: the code page of a console is not known.
setlocal EnableExtensions DisableDelayedExpansion

for %%d in ("%~dp0..") do set "SOCLE_HOME=%%~fd"
set "SOCLE_LIB=%SOCLE_HOME%\lib"

if defined JAVA_HOME goto withhome
set "SOCLE_JAVA=java.exe"
where /q java.exe || goto nojava
goto version

:withhome
set "SOCLE_JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%SOCLE_JAVA%" goto badhome

:version
set "SOCLE_VERSION="
for /f "tokens=3" %%v in ('call "%SOCLE_JAVA%" -version 2^>^&1') do if not defined SOCLE_VERSION set "SOCLE_VERSION=%%~v"
if not defined SOCLE_VERSION goto unreadable
for /f "tokens=1 delims=.-+" %%m in ("%SOCLE_VERSION%") do set "SOCLE_MAJOR=%%m"
if %SOCLE_MAJOR% LSS 17 goto old

if not exist "%SOCLE_LIB%\socle-app.jar" goto nojars

rem Class data archive: made once for each Java, it halves the start-up. Without it everything works.
set "SOCLE_ARCHIVE=%SOCLE_LIB%\socle-%SOCLE_VERSION%.jsa"
if not exist "%SOCLE_ARCHIVE%" "%SOCLE_JAVA%" "-XX:ArchiveClassesAtExit=%SOCLE_ARCHIVE%" -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+UseSerialGC -cp "%SOCLE_LIB%\*" fr.socle.app.Main amorcer >nul 2>&1

"%SOCLE_JAVA%" -Dsocle.terminal=false "-XX:SharedArchiveFile=%SOCLE_ARCHIVE%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+UseSerialGC -Djava.awt.headless=true "-Dpdfbox.fontcache=%SOCLE_LIB%" %SOCLE_JAVA_OPTS% -cp "%SOCLE_LIB%\*" fr.socle.app.Main %*
exit /b %ERRORLEVEL%

:nojava
echo socle : Java est introuvable. Installez un Java 17 ou plus recent, puis relancez la commande. 1>&2
exit /b 2
:badhome
echo socle : JAVA_HOME indique %JAVA_HOME%, qui ne contient pas bin\java.exe. Indiquez-y un Java 17 ou plus recent. 1>&2
exit /b 2
:unreadable
echo socle : la version de %SOCLE_JAVA% n'est pas lisible. Indiquez un Java 17 ou plus recent dans JAVA_HOME. 1>&2
exit /b 2
:old
echo socle : Java %SOCLE_VERSION% est trop ancien. Indiquez un Java 17 ou plus recent dans JAVA_HOME. 1>&2
exit /b 2
:nojars
echo socle : le dossier %SOCLE_LIB% ne contient pas Socle. Decompressez de nouveau l'archive, en entier. 1>&2
exit /b 3

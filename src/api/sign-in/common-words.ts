/** Words that the passwords tried first are made of. */
export const commonWords: readonly string[] = `
  password passwort passwd passphrase secret geheim welcome willkommen letmein login admin administrator root guest user
  changeme default temporary temp initial master access system server database manager office company service
  support helpdesk test testing tester demo sample example qwerty qwertz asdf asdfgh zxcvbn abcdef iloveyou ilove love
  monkey dragon football baseball basketball soccer hockey sunshine princess flower shadow superman batman starwars
  pokemon michael jordan jennifer jessica daniel thomas robert charlie george andrew matthew joshua ashley nicole
  hunter ranger killer trustno summer winter spring autumn fall sommer herbst january february march april june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday today
  chocolate cookie banana orange apple cheese coffee pepper ginger hello world internet computer samsung google
  microsoft windows facebook twitter london berlin paris america canada england freedom whatever nothing family forever
  angel lovely babygirl liverpool arsenal chelsea barcelona ferrari mercedes porsche corvette harley mustang
  yellow purple silver golden black white money dollar hacker matrix phoenix tigger mickey donald snoopy
  incident ticket contract agreement level northlight harbour mutual
`
  .trim()
  .split(/\s+/);

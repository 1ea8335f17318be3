// Package secret tells by its looks what is likely to be a secret: texts that are shaped like tokens, and names of headers, query parameters and
// members that speak of credentials.
//
// Nobody can tell every secret so. A password of two words looks like two words. What is known to be a secret by where it stands, such
// as a header, has to be hidden for that; this package is for all else.
package secret

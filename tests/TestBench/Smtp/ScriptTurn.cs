namespace ListmonkPS.TestBench.Smtp;

/// <summary>The server's turn: what it may look at when it decides what to say.</summary>
/// <param name="Step">Moment.</param>
/// <param name="Line">The client's line; empty at Banner and Handshake.</param>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="Count">How many turns of this step there were on all connections, this one included.</param>
/// <param name="CountHere">The same on this connection.</param>
/// <param name="Messages">Messages taken so far, on all connections.</param>
/// <param name="MessagesHere">The same on this connection.</param>
public sealed record ScriptTurn(ScriptStep Step, string Line, int Connection, int Count, int CountHere, int Messages, int MessagesHere);

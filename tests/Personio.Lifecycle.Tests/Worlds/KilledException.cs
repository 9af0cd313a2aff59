namespace Personio.Lifecycle.Tests.Worlds;

/// <summary>The process dies here.</summary>
internal sealed class KilledException : Exception;

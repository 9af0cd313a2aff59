namespace Personio.Rest;

/// <summary>What remembers the session it came from. The memory is no part of what it is.</summary>
internal interface IOriginated
{
    /// <summary>What it came from.</summary>
    ObjectOrigin Origin { get; set; }
}

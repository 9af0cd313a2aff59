namespace Personio.Rest;

/// <summary>An object that remembers the session it came from. The origin is not part of its value.</summary>
internal interface IOriginated
{
    /// <summary>The session it came from.</summary>
    ObjectOrigin Origin { get; set; }
}

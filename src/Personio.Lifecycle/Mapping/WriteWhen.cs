namespace Personio.Lifecycle;

/// <summary>When an attribute is written.</summary>
public enum WriteWhen
{
    /// <summary>When the account is created, and whenever it differs.</summary>
    Always,

    /// <summary>Only when the account is created: the directory has the last word.</summary>
    Create,

    /// <summary>When the account is created or linked: the key.</summary>
    Link,
}

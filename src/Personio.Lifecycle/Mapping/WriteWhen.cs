namespace Personio.Lifecycle;

/// <summary>When an attribute is written.</summary>
public enum WriteWhen
{
    /// <summary>When the account is created, and whenever it differs.</summary>
    Always,

    /// <summary>Only when the account is created; after that, the directory's value stays.</summary>
    Create,

    /// <summary>When the account is created or linked; used for the key.</summary>
    Link,
}

namespace ITScoring.Web.Practice;

/// <summary>
/// Asks for the beginning of the practice site. The site ends its requests and stops; the program puts the database back and starts it again, so that
/// nothing kept in memory outlives what it was read from.
/// </summary>
public sealed class PracticeReset(IHostApplicationLifetime lifetime)
{
    private volatile bool _isAsked;

    /// <summary>Whether the site stops because somebody asked for this.</summary>
    public bool IsAsked => _isAsked;

    /// <summary>To be called once the answer is on its way.</summary>
    public void Ask()
    {
        _isAsked = true;
        lifetime.StopApplication();
    }
}
